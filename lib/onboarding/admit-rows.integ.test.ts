import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { expect, it } from "vitest";
import { countSeats } from "@/db/testing/count-seats";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { startService, type TestService } from "@/db/testing/start-service";
import { type Admission, type Admitted, admitRows } from "./admit-rows";
import { previewRoster } from "./preview-roster";
import { readRoster } from "./read-roster";

const database = openPortal();

function rosterOf(roster: string, changes: Partial<Admission> = {}): Admission {
  const reading = readRoster(roster);
  if (!reading.ok) throw new Error(`the roster can't be read: ${reading.reason}`);
  return { importId: randomUUID(), sourceName: "people.csv", rows: reading.rows, leftOut: [], ...changes };
}

const people = (count: number, domain: string) =>
  Array.from({ length: count }, (_, place) => `person${place}@${domain}`).join("\n");

/** Everything that admitting writes, counted: what "nothing was written" means. */
async function written({ id }: PlantedTenant): Promise<Record<string, number>> {
  const [row] = await database.sql<Record<string, number>[]>`
    select (select count(*)::int from seats where tenant_id = ${id}) as seats,
      (select count(*)::int from imports where tenant_id = ${id}) as imports,
      (select count(*)::int from import_rows where tenant_id = ${id}) as rows,
      (select count(*)::int from audit where tenant_id = ${id}) as audit,
      (select count(*)::int from graphile_worker._private_jobs) as jobs,
      (select seats_held from tenants where id = ${id}) as held`;
  return row ?? {};
}

it("writes seats, rows, audit and the wish for the import, and they agree with each other", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const roster = `email,name,role\nada@acme.example,Ada,\nnot-an-address,X,\nben@acme.example,Ben,admin\nada@acme.example,Ada,`;
  const admitted = await admitRows(tenant.admin, rosterOf(roster));
  expect(admitted).toMatchObject({ ok: true, seatCount: 2 });
  const outcomes = await database.sql`
    select r.line, r.outcome, r.problem, s.email_key, s.stage, s.role from import_rows r
    left join seats s on s.id = r.seat_id where r.tenant_id = ${tenant.id} order by position`;
  expect(outcomes.map((row) => Object.values(row))).toEqual([
    [2, "admitted", null, "ada@acme.example", "reserved", "viewer"],
    [3, "bad", "bad-address", null, null, null],
    [4, "admitted", null, "ben@acme.example", "reserved", "admin"],
    [5, "bad", "same-as-line", null, null, null],
  ]);
  const audit = await database.sql`
    select verb, actor ->> 'name' as actor, count(*)::int as count from audit where tenant_id = ${tenant.id}
    group by 1, 2 order by 1`;
  expect([...audit]).toEqual([
    { verb: "import.admitted", actor: "Ada Admin", count: 1 },
    { verb: "seat.reserved", actor: "Ada Admin", count: 2 },
  ]);
  expect(
    await database.sql`select payload from graphile_worker._private_jobs where key = 'claim-batch'`,
  ).toMatchObject([{ payload: { tenantId: tenant.id } }]);
});

it("an import id that another tenant has used already is nobody else's business", async () => {
  const [acme, globex] = [await plantTenant(database.sql, 10), await plantTenant(database.sql, 10)];
  const admission = rosterOf(people(2, "shared-id.example"));
  expect(await admitRows(acme.admin, admission)).toMatchObject({ ok: true, seatCount: 2 });
  expect(await admitRows(globex.admin, admission)).toMatchObject({ ok: true, seatCount: 2 });
});

it("the same roster twice changes nothing: everybody holds a seat already", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const roster = people(4, "twice.example");
  await admitRows(tenant.admin, rosterOf(roster));
  const before = await countSeats(database.sql, tenant.id);
  expect(await admitRows(tenant.admin, rosterOf(roster))).toMatchObject({ ok: true, seatCount: 0 });
  expect(await countSeats(database.sql, tenant.id)).toEqual(before);
  const outcomes = await database.sql`
    select outcome, count(*)::int as count from import_rows where tenant_id = ${tenant.id} group by 1 order by 1`;
  expect([...outcomes]).toEqual([
    { outcome: "admitted", count: 4 },
    { outcome: "already", count: 4 },
  ]);
});

it("the same import confirmed ten times at once is admitted once", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const admission = rosterOf(people(3, "double.example"));
  const answers = await Promise.all(Array.from({ length: 10 }, () => admitRows(tenant.admin, admission)));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(answers[0]).toEqual({ ok: true, importId: admission.importId, seatCount: 3 });
  expect(await written(tenant)).toMatchObject({ seats: 4, imports: 1, rows: 3, held: 4 });
});

it("the same person on two rosters at once gets one seat", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const both = await Promise.all(
    [1, 2].map(() => admitRows(tenant.admin, rosterOf("ada@same.example\nben@same.example"))),
  );
  expect(both.map((answer) => (answer.ok ? answer.seatCount : answer)).sort()).toEqual([0, 2]);
});

it("more rows than free seats: the answer says by how many, and nothing is written", async () => {
  const tenant = await plantTenant(database.sql, 5);
  const before = await written(tenant);
  const answer = await admitRows(tenant.admin, rosterOf(people(5, "full.example")));
  expect(answer).toEqual({ ok: false, reason: "not-enough-seats", needed: 5, free: 4 });
  expect(await written(tenant)).toEqual(before);
});

it("an invitation that would seat nobody leaves nothing behind, and one sent twice seats once", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const invitation = () => rosterOf("ada@single.example", { onlyForSeats: true });
  const first = invitation();
  expect(await admitRows(tenant.admin, first)).toMatchObject({ ok: true, seatCount: 1 });
  const before = await written(tenant);
  expect(await admitRows(tenant.admin, first)).toMatchObject({ ok: true, seatCount: 1 });
  expect(await admitRows(tenant.admin, invitation())).toEqual({ ok: false, reason: "nobody-to-seat" });
  expect(await written(tenant)).toEqual(before);
});

it("nobody whom the preview showed in their seat is brought back unseen when they have lost it since", async () => {
  const tenant = await plantTenant(database.sql, 10);
  await admitRows(tenant.admin, rosterOf("ada@lost.example\nben@lost.example"));
  const roster = "ada@lost.example\nben@lost.example\ncy@lost.example";
  const preview = await previewRoster(tenant.admin, roster);
  const held = preview.ok
    ? preview.rows.flatMap((row) => (row.outcome === "already" ? [row.position] : []))
    : [];
  expect(held).toEqual([1, 2]);
  await database.sql`
    update seats set stage = 'released', released_at = now(), release_reason = 'revoked'
    where tenant_id = ${tenant.id} and email_key = 'ben@lost.example'`;
  await database.sql`update tenants set seats_held = seats_held - 1 where id = ${tenant.id}`;
  const before = await written(tenant);
  const confirmed = await admitRows(tenant.admin, rosterOf(roster, { held }));
  expect(confirmed).toEqual({ ok: false, reason: "held-no-more", people: 1 });
  expect(await written(tenant)).toEqual(before);
  expect(await admitRows(tenant.admin, rosterOf(roster, { held: [1] }))).toMatchObject({
    ok: true,
    seatCount: 2,
  });
});

it("a list that the admin cut takes as many seats as are left on it", async () => {
  const tenant = await plantTenant(database.sql, 3);
  const answer = await admitRows(tenant.admin, rosterOf(people(4, "cut.example"), { leftOut: [2, 4] }));
  expect(answer).toMatchObject({ ok: true, seatCount: 2 });
  expect(await countSeats(database.sql, tenant.id)).toMatchObject({
    counter: { held: 3 },
    recount: { held: 3 },
  });
});

it("fewer purchased than held evicts nobody and blocks new seats, but not a roster that needs none", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const roster = people(5, "overage.example");
  await admitRows(tenant.admin, rosterOf(roster));
  await database.sql`update tenants set seats_purchased = 2 where id = ${tenant.id}`;
  expect(await admitRows(tenant.admin, rosterOf("late@overage.example"))).toEqual({
    ok: false,
    reason: "not-enough-seats",
    needed: 1,
    free: -4,
  });
  expect(await admitRows(tenant.admin, rosterOf(roster))).toMatchObject({ ok: true, seatCount: 0 });
  expect((await countSeats(database.sql, tenant.id)).recount).toEqual({ purchased: 2, held: 6, active: 1 });
});

it("a viewer, a suspended tenant and an empty roster are refused with nothing written", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const before = await written(tenant);
  const one = rosterOf("ada@refused.example");
  const viewer = { ...tenant.admin, role: "viewer" as const };
  expect(await admitRows(viewer, one)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await admitRows(tenant.admin, { ...one, rows: [] })).toEqual({
    ok: false,
    reason: "nothing-to-admit",
  });
  await database.sql`update tenants set suspended_at = now() where id = ${tenant.id}`;
  expect(await admitRows(tenant.admin, one)).toEqual({ ok: false, reason: "suspended" });
  expect(await written(tenant)).toEqual(before);
});

/** Runs in a process of its own: `attempts` rosters of one row each, all at once, and tells every answer. */
const crowd = `
  const { admitRows } = await import("./lib/onboarding/admit-rows.ts");
  const { mintTenantScope } = await import("./db/mint-scope.ts");
  process.on("message", async ({ caller, attempts, domain }) => {
    const scope = mintTenantScope(caller.scope.tenantId, caller.scope.actor);
    const answers = await Promise.all(Array.from({ length: attempts }, (_, place) => admitRows({ ...caller, scope }, {
      importId: crypto.randomUUID(), sourceName: "crowd", leftOut: [],
      rows: [{ line: 1, typed: "p" + place + "@" + domain, name: "", email: "p" + place + "@" + domain, role: "viewer", problem: null }],
    })));
    process.send({ answers });
  });
  process.send({ ready: true });`;

async function ask({ child }: TestService, question: object): Promise<Admitted[]> {
  const heard = once(child, "message");
  child.send(question);
  const [{ answers }] = await heard;
  return answers;
}

it("1,000 attempts at 100 free seats from two processes at once grant exactly 100", async () => {
  const tenant = await plantTenant(database.sql, 101);
  const env = portalEnvironment(database.urls);
  const start = () => startService(["--input-type=module", "--eval", crowd], env);
  const crowds = await Promise.all([start(), start()]);
  const answers = await Promise.all(
    crowds.map((one, place) =>
      ask(one, { caller: tenant.admin, attempts: 500, domain: `crowd${place}.example` }),
    ),
  );
  await Promise.all(crowds.map((one) => one.kill()));
  const granted = answers.flat().filter((answer) => answer.ok);
  const refused = answers.flat().filter((answer) => !answer.ok);
  expect(granted).toHaveLength(100);
  expect(refused).toHaveLength(900);
  expect(new Set(refused.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ ok: false, reason: "not-enough-seats", needed: 1, free: 0 })]),
  );
  const { counter, recount } = await countSeats(database.sql, tenant.id);
  expect(counter).toEqual({ purchased: 101, held: 101, active: 1 });
  expect(recount).toEqual(counter);
  expect(await written(tenant)).toMatchObject({ seats: 101, imports: 100, rows: 100, audit: 200 });
});
