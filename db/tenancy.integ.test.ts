import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "./testing/as-role";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";
import { listTenantWrites } from "./testing/list-tenant-writes";
import { plantEverywhere } from "./testing/plant-everywhere";
import { type PlantedTenant, plantTenant } from "./testing/plant-tenant";

let database: FreshDatabase;
let app: postgres.Sql;
let acme: PlantedTenant;
let globex: PlantedTenant;

beforeAll(async () => {
  database = await freshDatabase();
  app = postgres(database.urls.app, { max: 2, onnotice: () => {} });
  acme = await plantTenant(database.sql, 10);
  globex = await plantTenant(database.sql, 10, "Globex");
  for (const { id, admin } of [acme, globex]) await plantEverywhere(database.sql, id, admin.seatId);
});
afterAll(async () => {
  await app.end();
  await database.drop();
});

const tables = [
  "tenants",
  "seats",
  "invitations",
  "imports",
  "import_rows",
  "bulk_acts",
  "bulk_act_rows",
  "audit",
  "letters",
  "seat_requests",
  "datasets",
  "dataset_versions",
  "dataset_columns",
  "charts",
  "dashboards",
  "dashboard_tiles",
] as const;
const keyOf = (table: string) => (table === "tenants" ? "id" : "tenant_id");

/** How many rows a statement touched; -1 when the database refused it. */
async function attempt(tenant: string | undefined, statement: string): Promise<number> {
  const tenancy = tenant === undefined ? { role: "tenant" as const } : { role: "tenant" as const, tenant };
  try {
    return (await asRole(app, tenancy, (tx) => tx.unsafe(statement))).count;
  } catch (error) {
    if (error instanceof postgres.PostgresError) return -1;
    throw error;
  }
}

it("every table that holds a tenant's rows is looked at here, and every way in which a tenant may write one", async () => {
  const found = await database.sql<{ name: string; rights: string[] }[]>`
    select c.relname as name, array(
      select r from unnest(array['select', 'insert', 'update', 'delete']) r where has_table_privilege('tenant', c.oid, r)
        or r <> 'delete' and has_any_column_privilege('tenant', c.oid, r)) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'tenants' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))`;
  const listing = (right: string) => found.filter(({ rights }) => rights.includes(right));
  expect(
    listing("select")
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual([...tables].toSorted());
  expect(found.filter(({ rights }) => rights.length === 0).map(({ name }) => name)).toEqual(["mail_slots"]);
  const allowed = ["insert", "update", "delete"].flatMap((right) =>
    listing(right).map(({ name }) => `${right} ${name}`),
  );
  const tried = listTenantWrites(acme.id, acme.admin.seatId).map(([what]) => what);
  expect(tried.toSorted()).toEqual(allowed.toSorted());
});

it("a tenant reads and writes its own rows in every table", async () => {
  for (const table of tables)
    expect(await attempt(acme.id, `select 1 from ${table}`), table).toBeGreaterThanOrEqual(1);
  for (const [what, statement] of listTenantWrites(acme.id, acme.admin.seatId))
    expect(await attempt(acme.id, statement), what).toBeGreaterThanOrEqual(1);
});

describe.each([
  ["unset", undefined],
  ["empty", ""],
  ["garbage", "' or true --"],
  ["a tenant that does not exist", randomUUID()],
])("while app.tenant is %s", (_what, tenant) => {
  it.each(tables)("%s shows no row", async (table) => {
    expect(await attempt(tenant, `select 1 from ${table}`)).toBeLessThan(1);
  });

  it("nothing is written", async () => {
    for (const [what, statement] of listTenantWrites(acme.id, acme.admin.seatId))
      expect(await attempt(tenant, statement), what).toBeLessThan(1);
  });
});

describe("a tenant that aims at another's rows", () => {
  it.each(tables)("sees none of %s", async (table) => {
    const statement = `select 1 from ${table} where ${keyOf(table)} is distinct from '${acme.id}'`;
    expect(await attempt(acme.id, statement)).toBe(0);
  });

  it("writes none", async () => {
    for (const [what, statement] of listTenantWrites(globex.id, globex.admin.seatId))
      expect(await attempt(acme.id, statement), what).toBeLessThan(1);
  });

  it("can't move a row of its own to the other", async () => {
    const statement = `update seats set tenant_id = '${globex.id}' where tenant_id = '${acme.id}'`;
    expect(await attempt(acme.id, statement)).toBe(-1);
  });

  it("can't tie a letter of its own to the other's seat", async () => {
    const statement = `insert into invitations (id, tenant_id, seat_id, token_hash, expires_at)
      values (gen_random_uuid(), '${acme.id}', '${globex.admin.seatId}', 'hash', now())`;
    expect(await attempt(acme.id, statement)).toBe(-1);
  });
});

it.each([
  ["read users", "select 1 from users"],
  ["read identities", "select 1 from identities"],
  ["read sessions", "select 1 from sessions"],
  ["read staff", "select 1 from staff"],
  ["read batches", "select 1 from batches"],
  ["read the queue", "select 1 from graphile_worker._private_jobs"],
  ["link a seat to a user", "update seats set user_id = null"],
  [
    "add a seat that is linked to a user",
    "insert into seats (id, tenant_id, email, email_key, name, name_key, role, user_id) values (gen_random_uuid(), current_setting('app.tenant')::uuid, 'e', 'e', 'n', 'n', 'viewer', null)",
  ],
  [
    "add a seat that is active already",
    "insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage) values (gen_random_uuid(), current_setting('app.tenant')::uuid, 'e', 'e', 'n', 'n', 'viewer', 'active')",
  ],
  ["buy seats", "update tenants set seats_purchased = 1000000"],
  ["rename or resume itself", "update tenants set suspended_at = null"],
  ["delete seats", "delete from seats"],
  ["delete rows of an import", "delete from import_rows"],
  ["delete invitations", "delete from invitations"],
  ["delete letters", "delete from letters"],
  ["say that a letter was sent", "update letters set sent_at = now()"],
  ["answer its own request for seats", "update seat_requests set state = 'approved'"],
  ["make a request that is approved already", "insert into seat_requests (state) values ('approved')"],
  ["read which letters a mailbox had", "select 1 from mail_slots"],
  ["read who asked for a letter", "select 1 from letter_asks"],
  ["delete what became of people", "delete from bulk_act_rows"],
  ["say when somebody was last here", "update seats set last_signed_in_at = now()"],
])("a tenant can't %s", async (_what, statement) => {
  expect(await attempt(acme.id, statement)).toBe(-1);
});

describe.each(["tenant", "platform"] as const)("the audit log under the role %s", (role) => {
  const tenancy = () => ({ role, tenant: acme.id });

  it("takes rows and shows them", async () => {
    const subject = randomUUID();
    const seen = await asRole(app, tenancy(), async (tx) => {
      await tx`
        insert into audit (tenant_id, verb, actor, subject) values (${acme.id}, 'seat.invited', '{"kind":"job"}', ${subject})`;
      return tx`select verb from audit where subject = ${subject}`;
    });
    expect([...seen]).toEqual([{ verb: "seat.invited" }]);
  });

  it.each([
    "update audit set verb = 'seat.released'",
    "delete from audit",
    "truncate audit",
    "update audit set at = now() where false",
  ])("refuses: %s", async (statement) => {
    await expect(asRole(app, tenancy(), (tx) => tx.unsafe(statement))).rejects.toThrow(/permission denied/);
  });
});
