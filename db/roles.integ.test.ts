import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";
import { plantTenant } from "./testing/plant-tenant";

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const appLogin = () => new URL(database.urls.app).username;

it("the app's login is neither superuser nor BYPASSRLS, may create nothing and inherits nothing", async () => {
  const [role] = await database.sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit
    from pg_roles where rolname = ${appLogin()}`;
  expect(Object.values(role ?? {})).toEqual([false, false, false, false, false, false]);
});

it("the group roles can't log in, and are neither superuser nor BYPASSRLS", async () => {
  const roles = await database.sql`
    select rolname, rolcanlogin, rolsuper, rolbypassrls, rolinherit from pg_roles
    where rolname in ('tenant', 'platform') order by rolname`;
  const none = { rolcanlogin: false, rolsuper: false, rolbypassrls: false, rolinherit: false };
  expect([...roles]).toEqual([
    { rolname: "platform", ...none },
    { rolname: "tenant", ...none },
  ]);
});

it("the app's login may enter exactly the two group roles, and they belong to nothing further", async () => {
  const reachable = await database.sql<{ rolname: string }[]>`
    with recursive reached(oid) as (
      select roleid from pg_auth_members m join pg_roles r on r.oid = m.member where r.rolname = ${appLogin()}
      union select m.roleid from pg_auth_members m join reached on m.member = reached.oid
    ) select rolname from pg_roles join reached using (oid) order by rolname`;
  expect(reachable.map(({ rolname }) => rolname)).toEqual(["platform", "tenant"]);
});

it("the app's login and its group roles own nothing", async () => {
  const owned = await database.sql`
    select d.classid::regclass::text as kind, d.objid from pg_shdepend d
    join pg_roles r on r.oid = d.refobjid and d.refclassid = 'pg_authid'::regclass
    where d.deptype = 'o' and r.rolname in (${appLogin()}, 'tenant', 'platform')
      and d.dbid in (0, (select oid from pg_database where datname = current_database()))`;
  expect([...owned]).toEqual([]);
});

it("every table with a tenant_id, and tenants, has forced row-level security with a policy", async () => {
  const tables = await database.sql<{ name: string; forced: boolean; policies: number }[]>`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and (c.relname = 'tenants' or exists (
      select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
    order by c.relname`;
  expect(tables.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["audit", "import_rows", "imports", "invitations", "seats", "tenants"]),
  );
  expect(tables.filter(({ forced, policies }) => !forced || policies === 0)).toEqual([]);
});

it("policies name only the two group roles, call no function of ours, and let a tenant see its own alone", async () => {
  const policies = await database.sql<
    { tablename: string; roles: string[]; qual: string; with_check: string | null }[]
  >`select tablename, roles::text[] as roles, qual, with_check from pg_policies where schemaname = 'public'`;
  expect(policies.filter(({ roles }) => !["tenant", "platform"].includes(roles.join()))).toEqual([]);
  const own =
    /^\((tenant_id|id) = \(NULLIF\(current_setting\('app\.tenant'::text, true\), ''::text\)\)::uuid\)$/;
  const ofTenants = policies.filter(({ roles }) => roles.join() === "tenant");
  expect(ofTenants.length).toBeGreaterThanOrEqual(6);
  for (const policy of ofTenants) {
    expect(policy.qual, policy.tablename).toMatch(own);
    expect(policy.with_check, policy.tablename).toMatch(own);
  }
});

it("the tenant's role holds rights on tenant tables only", async () => {
  const granted = await database.sql<{ name: string }[]>`
    select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not like 'pg\_%' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm')
      and (has_table_privilege('tenant', c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege('tenant', c.oid, 'select, insert, update'))
    order by 1`;
  expect(granted.map(({ name }) => name)).toEqual([
    "audit",
    "bulk_act_rows",
    "bulk_acts",
    "charts",
    "dashboard_tiles",
    "dashboards",
    "dataset_columns",
    "dataset_versions",
    "datasets",
    "import_rows",
    "imports",
    "invitations",
    "letters",
    "seat_requests",
    "seats",
    "tenants",
  ]);
});

it("nobody but their owner has rights on tables through PUBLIC, and views run as whoever asks", async () => {
  const open = await database.sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a
    where n.nspname in ('public', 'jobs', 'graphile_worker') and a.grantee = 0`;
  expect([...open]).toEqual([]);
  const views = await database.sql`
    select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and (c.relkind = 'm'
      or c.relkind = 'v' and not coalesce(c.reloptions @> '{security_invoker=true}', false))`;
  expect([...views]).toEqual([]);
});

it("without a role the app's login can't run a query on any table", async () => {
  const tables = await database.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'graphile_worker')`;
  expect(tables.length).toBeGreaterThan(12);
  const app = postgres(database.urls.app, { max: 1 });
  for (const { name } of tables)
    await expect(app.unsafe(`select 1 from ${name}`), name).rejects.toThrow(/permission denied/);
  await expect(app`select jobs.enqueue('claim-batch', '{}')`).rejects.toThrow(/permission denied/);
  await app.end();
});

it("the owner sees no row of a tenant until it enters platform", async () => {
  const { id } = await plantTenant(database.sql, 5);
  const owner = postgres(database.urls.owner, { max: 1 });
  expect([...(await owner`select id from tenants`), ...(await owner`select id from seats`)]).toEqual([]);
  const updated = await owner`update tenants set name = 'Mine' where id = ${id}`;
  expect(updated.count).toBe(0);
  const seen = await owner.begin(async (tx) => {
    await tx`set local role platform`;
    return tx`select id from tenants where id = ${id}`;
  });
  expect(seen).toHaveLength(1);
  await owner.end();
});
