import { readFileSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import type postgres from "postgres";
import { beforeAll, expect, it } from "vitest";
import { findPeople, type PeopleRequest } from "./find-people";
import { inTenant, type TenantTx } from "./in-tenant";
import { listPeople, peopleQuery } from "./people";
import { heldStates, releaseReasons, roles } from "./schema/seats";
import { readOwnTenant } from "./tenants";
import { openPortal } from "./testing/open-portal";
import { type PlantedTenant, plantTenant } from "./testing/plant-tenant";
import { listTimeline, timelineQuery } from "./timeline";

const database = openPortal();
let small: PlantedTenant;
let big: PlantedTenant;
beforeAll(async () => {
  small = await plantTenant(database.sql, 200_000, "Small");
  big = await plantTenant(database.sql, 200_000, "Big");
  await plantMany(small.id, 77, ["Ada"]);
  await plantMany(big.id, 99_999, ["Ada", "Ben", "Cleo", "Dora", "Emil", "Finn"]);
  await database.sql`vacuum analyze seats, invitations, audit`;
}, 180_000);

/** People in every state and role, each with a letter and a log, with the names and addresses that people have. */
async function plantMany(tenantId: string, count: number, given: string[]): Promise<void> {
  await database.sql.begin(async (tx) => {
    // Foreign keys are not what is tested; looking each of them up would take minutes.
    await tx`set local session_replication_role = replica`;
    await plantRows(tx, tenantId, count, given);
  });
}

async function plantRows(
  query: postgres.TransactionSql,
  tenantId: string,
  count: number,
  given: string[],
): Promise<void> {
  await query`
    insert into seats (tenant_id, email, email_key, name, name_key, role, stage, undeliverable, released_at,
      release_reason, reserved_at)
    select ${tenantId}::uuid, k.email, k.email, k.name, lower(k.name),
      case when n % 20 = 0 then 'admin' else 'viewer' end,
      case when n % 11 > 6 then 'released' else (array['reserved','imported','invited','verified','active'])[n % 5 + 1] end,
      n % 7 = 0, case when n % 11 > 6 then now() end,
      case when n % 11 > 6 then (array['removed','revoked','expired','failed'])[n % 4 + 1] end,
      now() - make_interval(secs => n)
    from generate_series(1, ${count}) n,
      lateral (select (${given}::text[])[n % ${given.length} + 1] as given, 'Person' || n % 977 as family) p,
      lateral (select p.given || ' ' || p.family as name,
        lower(p.given || '.' || p.family) || '.' || n || '@cost.example' as email) k`;
  await query`
    insert into invitations (id, tenant_id, seat_id, token_hash, expires_at)
    select gen_random_uuid(), tenant_id, id, id, now() from seats where tenant_id = ${tenantId} and released_at is null`;
  await query`
    insert into audit (tenant_id, verb, actor, subject)
    select tenant_id, v, '{"kind":"job","name":"j"}', id from seats, unnest(array['seat.reserved','seat.imported']) v
    where tenant_id = ${tenantId}`;
}

type Plan = { "Node Type": string; "Relation Name"?: string; Plans?: Plan[] };

/** How the server answers a query: each step of its plan with the table that it reads. */
async function explain(tx: TenantTx, query: SQL): Promise<string[]> {
  const rows = await tx.sql.execute<{ "QUERY PLAN": { Plan: Plan }[] }>(
    sql`explain (analyze, format json) ${query}`,
  );
  const [told] = rows[0]?.["QUERY PLAN"] ?? [];
  if (told === undefined) throw new Error("the server explained nothing");
  return stepsOf(told.Plan);
}

function stepsOf(plan: Plan): string[] {
  const own = `${plan["Node Type"]} ${plan["Relation Name"] ?? ""}`.trim();
  return [own, ...(plan.Plans ?? []).flatMap(stepsOf)];
}

/** Every step of every query that finds and reads a page. */
function planOf({ admin }: PlantedTenant, request: PeopleRequest): Promise<string[]> {
  return inTenant(admin.scope, async (tx) => {
    const steps: string[] = [];
    const execute = async (query: SQL) => {
      steps.push(...(await explain(tx, query)));
      return tx.sql.execute(query);
    };
    const watched = { scope: tx.scope, sql: { execute } } as unknown as TenantTx;
    const ids = await findPeople(watched, request);
    expect(ids.length).toBeGreaterThan(0);
    return [...steps, ...(await explain(tx, peopleQuery(tx, ids).getSQL()))];
  });
}

const ROUND = 25;
const ROUNDS = 8;
const TICK_MS = 10;

/** The processor time of this process and of the database's own processes for it, in milliseconds. */
async function readCpu(): Promise<number> {
  const backends = await database.sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const ticks = backends.map(({ pid }) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000 + ticks.reduce((sum, next) => sum + next, 0) * TICK_MS;
}

/**
 * What one page costs the server, in milliseconds of its processor. Rounds of both, in turn: the machine has other
 * work. A search is compared with one that finds all fifty, everything else with the list of them: pages of one size.
 */
async function compare(ofFew: PeopleRequest, request: PeopleRequest): Promise<{ few: number; many: number }> {
  const spent = { few: 0, many: 0 };
  const rounds = [
    ["few", small, ofFew],
    ["many", big, request],
  ] as const;
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const [who, { admin }, wanted] of rounds) {
      const before = await readCpu();
      for (let times = 0; times < ROUND; times += 1)
        await inTenant(admin.scope, async (tx) => {
          await listPeople(tx, wanted);
          await readOwnTenant(tx);
        });
      // The first round warms up.
      if (round > 0) spent[who] += (await readCpu()) - before;
    }
  return { few: spent.few / (ROUND * ROUNDS), many: spent.many / (ROUND * ROUNDS) };
}

const everybody = { states: heldStates, roles, search: null };
const first = { cursor: null, limit: 50 };
const fifty: PeopleRequest = { filter: everybody, sort: "name", page: first };

/** The place just before the last page of everybody, by name. */
async function beforeTheEnd(): Promise<PeopleRequest> {
  const rows = await database.sql<{ id: string }[]>`
    select id from seats where tenant_id = ${big.id} and released_at is null order by name_key desc, id desc offset 50 limit 1`;
  const cursor = { id: rows[0]?.id ?? "", direction: "after" as const };
  return { filter: everybody, sort: "name", page: { cursor, limit: 50 } };
}

const cases: [string, PeopleRequest["filter"], PeopleRequest["sort"]?][] = [
  ["the list", everybody],
  ["the newest", everybody, "newest"],
  ["the first by address", everybody, "address"],
  ["a first name", { ...everybody, search: "ada" }],
  ["a last name", { ...everybody, search: "person" }],
  ["an address", { ...everybody, search: "ada.person" }],
  ["a state", { ...everybody, states: ["invited"] }],
  ["a role", { ...everybody, roles: ["admin"] }],
  ["a search among those taken back", { states: releaseReasons, roles: ["viewer"], search: "ada" }],
];

it.each(cases)(
  "%s of 100,000 people costs the server at most half as much again as the list of 50",
  async (what, filter, sort = "name") => {
    await expectAlike(what, { filter, sort, page: first });
  },
);

it("the last page of 100,000 people costs the server at most half as much again as the list of 50", async () => {
  await expectAlike("the last page", await beforeTheEnd());
});

async function expectAlike(what: string, request: PeopleRequest): Promise<void> {
  const steps = await planOf(big, request);
  expect(steps.filter((step) => step.startsWith("Seq Scan"))).toEqual([]);
  const { few, many } = await compare(request.filter.search === null ? fifty : request, request);
  const told = `${what}: ${few.toFixed(2)} ms for 50, ${many.toFixed(2)} ms for 100,000`;
  expect(many, told).toBeLessThan(few * 1.5);
}

it("a person's log is read by its index", async () => {
  const [seat] = await database.sql`select id from seats where tenant_id = ${big.id} limit 1`;
  await inTenant(big.admin.scope, async (tx) => {
    expect(await listTimeline(tx, String(seat?.id), 200)).toHaveLength(2);
    const steps = await explain(tx, timelineQuery(tx, String(seat?.id), 200).getSQL());
    expect(steps.join()).toContain("Index Scan audit");
  });
});
