import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { mintPlatformScope } from "@/db/mint-scope";
import { awaitQuiet, callAtOnce } from "@/db/testing/await-quiet";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal, portalEnvironment } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import type { TestService } from "@/db/testing/start-service";
import { packWorker, type WorkerPress } from "@/db/testing/start-worker";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { releaseSeat } from "@/lib/seats/release-seat";
import { createTenant } from "@/lib/tenants/create-tenant";

const IMPORT = "POST /api/v2/jobs/users-imports";
let database: FreshDatabase;
let auth0: TestAuth0;
let mailbox: TestMailbox;
let workers: WorkerPress;
let worker: TestService;
let acme: PlantedTenant;
let globex: PlantedTenant;

beforeAll(async () => {
  database = await freshDatabase();
  [auth0, mailbox] = await Promise.all([startAuth0(database.urls), startMailbox()]);
  const outside = { auth0: auth0.origin, smtp: mailbox.smtp };
  becomePortal(database.urls, outside);
  acme = await plantTenant(database.sql, 1_000);
  globex = await plantTenant(database.sql, 1_000, "Globex");
  workers = await packWorker();
  worker = await workers.start(portalEnvironment(database.urls, outside));
});
afterAll(async () => {
  await worker.stop();
  workers.clear();
  await Promise.all([auth0.stop(), mailbox.stop(), disconnect()]);
  await database.drop();
});

const quiet = () => awaitQuiet(database.sql);
const address = (word: string) => `${word}-${randomUUID().slice(0, 8)}@acme.example`;
const several = (count: number, word: string) => Array.from({ length: count }, () => address(word));

/** Brings people in; a name of more than 300 signs is one that Auth0 refuses. */
async function admit(addresses: string[], tenant = acme, name = "Ben"): Promise<void> {
  const rows = addresses.map((email, at) => {
    return { line: at + 1, typed: email, name, email, role: "viewer" as const, problem: null };
  });
  const importId = randomUUID();
  const admitted = await admitRows(tenant.admin, { importId, sourceName: "s", rows, leftOut: [] });
  expect(admitted).toMatchObject({ ok: true, seatCount: addresses.length });
}

type SeatNow = {
  id: string;
  stage: string;
  user_id: string;
  auth0_user_id: string | null;
  auth0_state: string;
  created_by_us: boolean;
  outcome: string | null;
  problem: string | null;
};

async function seatOf(email: string, tenant = acme): Promise<SeatNow> {
  const [seat] = await database.sql<SeatNow[]>`
    select s.id, s.stage, s.user_id, u.auth0_user_id, u.auth0_state, u.created_by_us, r.outcome, r.problem
    from seats s left join users u on u.id = s.user_id left join import_rows r on r.seat_id = s.id
    where s.tenant_id = ${tenant.id} and s.email_key = ${email} order by s.reserved_at desc limit 1`;
  if (seat === undefined) throw new Error(`${email} has no seat`);
  return seat;
}

/** Each is invited by exactly one letter, and known to Auth0 under the id that we hold. */
async function expectInvited(addresses: string[], tenant = acme): Promise<void> {
  for (const email of addresses) {
    const seat = await seatOf(email, tenant);
    expect(seat).toMatchObject({ stage: "invited", outcome: "seated", auth0_state: "open" });
    expect(await auth0.user(email)).toMatchObject({ user_id: seat.auth0_user_id, blocked: false });
    expect(await mailbox.letters(email), email).toHaveLength(1);
  }
  const { counter, recount } = await countSeats(database.sql, tenant.id);
  expect(counter).toEqual(recount);
}

/** Makes somebody who was invited into somebody who got in. */
async function getIn(email: string): Promise<SeatNow> {
  const seat = await seatOf(email);
  await database.sql`update users set proved_at = now() where id = ${seat.user_id}`;
  await database.sql`update seats set stage = 'active', activated_at = now() where id = ${seat.id}`;
  await database.sql`update tenants set seats_active = seats_active + 1 where id = ${acme.id}`;
  return seat;
}

it("ten people: one users-imports job, one letter each, with a Message-ID and a link of its own", async () => {
  await auth0.control("DELETE /calls");
  const people = several(10, "ten");
  await admit(people);
  await quiet();
  await expectInvited(people);
  expect(await auth0.count(IMPORT)).toBe(1);
  const letters = (await Promise.all(people.map((email) => mailbox.letters(email)))).flat();
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(10);
  const links = letters.map((letter) => letter.links.filter((link) => link.includes("/invitations/")));
  expect(new Set(links.flat()).size).toBe(10);
  const first = await seatOf(people[0] ?? "");
  expect(first).toMatchObject({ auth0_user_id: `auth0|${first.user_id}`, created_by_us: true });
  const trail = await database.sql`select verb from audit where subject = ${first.id} order by id`;
  expect(trail.map(({ verb }) => verb)).toEqual(["seat.reserved", "seat.imported", "seat.invited"]);
});

it("the letter's token is nowhere in the database", async () => {
  const [letter] = await mailbox.letters();
  const token =
    letter?.links
      .find((link) => link.includes("/invitations/"))
      ?.split("/")
      .at(-1) ?? "";
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const dump = await database.sql`
    select (select string_agg(i::text, '') from invitations i) || (select string_agg(a::text, '') from audit a)
      || coalesce((select string_agg(j::text, '') from graphile_worker._private_jobs j), '') as text`;
  expect(String(dump[0]?.text)).not.toContain(token);
});

it("the first admin of a new tenant walks like everybody else", async () => {
  const [slug, adminEmail] = [`initech-${randomUUID().slice(0, 8)}`, address("admin")];
  const staff = { scope: mintPlatformScope({ kind: "job", name: "test" }), userId: "", mailbox: "" };
  const input = { name: "Initech", slug, seats: 12, adminName: "Ada", adminEmail };
  expect(await createTenant(staff, input)).toEqual({ ok: true, slug });
  expect(await createTenant(staff, input)).toEqual({ ok: false, reason: "slug-taken" });
  await quiet();
  const [seat] = await database.sql`
    select s.stage, s.role, t.seats_held from seats s join tenants t on t.id = s.tenant_id where t.slug = ${slug}`;
  expect(seat).toEqual({ stage: "invited", role: "admin", seats_held: 1 });
  expect(await mailbox.letters(adminEmail)).toHaveLength(1);
});

it("somebody whom Auth0 refuses: the seat is free again, the row says why, nobody else waits", async () => {
  const [good, bad] = [address("good"), address("bad")];
  const before = await countSeats(database.sql, acme.id);
  await admit([good]);
  await admit([bad], acme, "x".repeat(301));
  await quiet();
  await expectInvited([good]);
  expect(await seatOf(bad)).toMatchObject({
    stage: "released",
    outcome: "failed",
    problem: "refused-by-auth0",
    auth0_user_id: null,
  });
  expect(await mailbox.letters(bad)).toEqual([]);
  const after = await countSeats(database.sql, acme.id);
  expect(after.counter.held).toBe(before.counter.held + 1);
  const [row] = await database.sql`select detail from import_rows r join seats s on s.id = r.seat_id
    where s.email_key = ${bad}`;
  expect(row?.detail).toMatch(/Auth0 did not accept this address\. The seat is free again\./);
});

it("a mailbox that Auth0 knew before is adopted under its own id, and nothing it claims is believed", async () => {
  const known = address("known");
  await auth0.control("POST /users", { email: known, password: "Somebody-Elses-1", email_verified: true });
  await admit([known]);
  await quiet();
  await expectInvited([known]);
  const seat = await seatOf(known);
  expect(seat.auth0_user_id).not.toBe(`auth0|${seat.user_id}`);
  expect(seat.created_by_us).toBe(false);
  const [user] = await database.sql`select proved_at from users where id = ${seat.user_id}`;
  expect(user).toEqual({ proved_at: null });
});

it("a job whose data Auth0 lost is submitted again, and whoever it had created is recognised", async () => {
  const people = several(3, "lost");
  await worker.stop();
  await auth0.control("POST /jobs/hold", { times: 1 });
  await auth0.control("DELETE /calls");
  worker = await workers.start(portalEnvironment(database.urls, { auth0: auth0.origin, smtp: mailbox.smtp }));
  await admit(people);
  await eventually("the first job", async () => (await auth0.count("GET /api/v2/jobs/{id}")) > 0);
  await worker.stop();
  await auth0.control("POST /jobs/finish");
  await auth0.control("POST /jobs/lose");
  worker = await workers.start(portalEnvironment(database.urls, { auth0: auth0.origin, smtp: mailbox.smtp }));
  await quiet();
  await expectInvited(people);
  expect(await auth0.count(IMPORT)).toBe(2);
  expect(await seatOf(people[0] ?? "")).toMatchObject({ created_by_us: true });
});

it("a third active import job is refused with 429 and goes through when its turn comes", async () => {
  await auth0.control("DELETE /calls");
  await auth0.control("POST /jobs/hold", { times: 2 });
  const crowd = [];
  for (const turn of [1, 2, 3]) {
    const people = several(2, `turn${turn}`);
    crowd.push(...people);
    await admit(people);
    await eventually(`submission ${turn}`, async () => {
      await callAtOnce(database.sql);
      return (await auth0.count(IMPORT)) >= turn;
    });
  }
  const statuses = (await auth0.calls()).filter(({ route }) => route === IMPORT).map(({ status }) => status);
  expect(statuses.slice(0, 3)).toEqual([202, 202, 429]);
  await auth0.control("POST /jobs/finish");
  await quiet();
  await expectInvited(crowd);
});

it.each([
  ["refused with 503", "fail"],
  ["cut off before it arrived", "drop-before"],
  ["cut off after Auth0 did it", "drop-after-commit"],
  ["put off with 429", "rate-limit"],
])("each call of an import %s once: everybody is invited once all the same", async (_what, kind) => {
  const [fresh, known] = [address("storm"), address("storm-known")];
  await auth0.control("POST /users", { email: known });
  for (const route of [
    IMPORT,
    "GET /api/v2/jobs/{id}",
    "GET /api/v2/jobs/{id}/errors",
    "GET /api/v2/users-by-email",
  ])
    await auth0.control("POST /weather", { route, kind, times: 1 });
  await admit([fresh, known]);
  await quiet();
  const { weather } = asState(await auth0.control("GET /state"));
  expect(weather, "every call met its weather").toEqual([]);
  await expectInvited([fresh, known]);
  expect(await seatOf(fresh)).toMatchObject({ created_by_us: true });
});

/** The control port's own answer (local/auth0/control). */
function asState(reply: unknown): { weather: unknown[] } {
  return reply as { weather: unknown[] };
}

it("a letter put off with 451 comes later, as one letter", async () => {
  const late = address("late");
  await mailbox.weather({ kind: "defer", to: late, times: 2 });
  await admit([late]);
  await quiet();
  await expectInvited([late]);
});

it("a letter whose receipt was lost comes again under the same Message-ID", async () => {
  const twice = address("twice");
  await mailbox.weather({ kind: "drop-after-accept", to: twice, times: 1 });
  await admit([twice]);
  await quiet();
  const letters = await mailbox.letters(twice);
  expect(letters).toHaveLength(2);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
  expect(new Set(letters.map(({ links }) => links.join())).size).toBe(1);
  expect(await seatOf(twice)).toMatchObject({ stage: "invited" });
});

it("a letter refused with 550 is undeliverable: no second try, the seat stays and can be invited anew", async () => {
  const wrong = address("wrong");
  await mailbox.weather({ kind: "refuse", to: wrong, times: 1 });
  await admit([wrong]);
  await quiet();
  const seat = await seatOf(wrong);
  expect(seat.stage).toBe("imported");
  const [invitation] = await database.sql`
    select refused_at is not null as refused, server_said from invitations where seat_id = ${seat.id}`;
  expect(invitation).toMatchObject({ refused: true, server_said: expect.stringMatching(/^550/) });
  expect(await mailbox.letters(wrong)).toEqual([]);
  expect(await renewInvitation(acme.admin, seat.id)).toMatchObject({ ok: true });
  await quiet();
  expect(await mailbox.letters(wrong)).toHaveLength(1);
  expect(await seatOf(wrong)).toMatchObject({ stage: "invited" });
});

it("no second letter is made while one waits to be sent", async () => {
  const slow = address("slow");
  await admit([slow]);
  await quiet();
  await mailbox.weather({ kind: "delay", to: slow, ms: 500, times: 1 });
  const { id } = await seatOf(slow);
  expect(await renewInvitation(acme.admin, id)).toMatchObject({ ok: true });
  expect(await renewInvitation(acme.admin, id)).toEqual({ ok: false, reason: "on-its-way" });
  await quiet();
  expect(await mailbox.letters(slow)).toHaveLength(2);
});

it("a renewed invitation is another letter, and voids the first", async () => {
  const again = address("renewed");
  await admit([again]);
  await quiet();
  await renewInvitation(acme.admin, (await seatOf(again)).id);
  await quiet();
  const letters = await mailbox.letters(again);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(2);
  const [live] = await database.sql`
    select count(*)::int as count from invitations i join seats s on s.id = i.seat_id
    where s.email_key = ${again} and i.revoked_at is null`;
  expect(live).toEqual({ count: 1 });
});

it("a second tenant's seat of the same person needs no import and tells neither tenant of the other", async () => {
  const shared = address("shared");
  await admit([shared]);
  await quiet();
  await auth0.control("DELETE /calls");
  await admit([shared], globex);
  await quiet();
  expect(await auth0.count(IMPORT)).toBe(0);
  const [one, two] = [await seatOf(shared), await seatOf(shared, globex)];
  expect(two).toMatchObject({ stage: "invited", user_id: one.user_id });
  expect(await mailbox.letters(shared)).toHaveLength(2);
});

it("one person in the rosters of two tenants at once is one user of Auth0, with two letters", async () => {
  const both = address("both");
  await Promise.all([admit([both]), admit([both], globex)]);
  await quiet();
  const [one, two] = [await seatOf(both), await seatOf(both, globex)];
  expect([one.stage, two.stage, two.user_id]).toEqual(["invited", "invited", one.user_id]);
  expect(await mailbox.letters(both)).toHaveLength(2);
});

it("somebody revoked before they came is deleted at Auth0; whoever it knew before us is only blocked", async () => {
  const [ours, theirs] = [address("ours"), address("theirs")];
  await auth0.control("POST /users", { email: theirs });
  await admit([ours, theirs]);
  await quiet();
  for (const email of [ours, theirs]) await releaseSeat(acme.admin, (await seatOf(email)).id);
  await quiet();
  expect(await auth0.user(ours)).toBeNull();
  expect(await auth0.user(theirs)).toMatchObject({ blocked: true });
});

it("somebody who got in is blocked, invited again unblocked first, and keeps their identity", async () => {
  const person = address("in");
  await admit([person]);
  await quiet();
  const seat = await getIn(person);
  await releaseSeat(acme.admin, seat.id);
  await quiet();
  expect(await auth0.user(person)).toMatchObject({ blocked: true, user_id: seat.auth0_user_id });
  await admit([person]);
  await quiet();
  expect(await auth0.user(person)).toMatchObject({ blocked: false, user_id: seat.auth0_user_id });
  expect(await seatOf(person)).toMatchObject({ stage: "invited", auth0_state: "open" });
  expect(await mailbox.letters(person)).toHaveLength(2);
});

it("somebody who holds a seat elsewhere, or belongs to the staff, is kept", async () => {
  const [elsewhere, staff] = [address("elsewhere"), address("staff")];
  await admit([elsewhere, staff]);
  await admit([elsewhere], globex);
  await quiet();
  await database.sql`insert into staff (user_id) values (${(await seatOf(staff)).user_id})`;
  for (const email of [elsewhere, staff]) await releaseSeat(acme.admin, (await seatOf(email)).id);
  await quiet();
  for (const email of [elsewhere, staff]) {
    expect(await auth0.user(email)).toMatchObject({ blocked: false });
    expect(await seatOf(email)).toMatchObject({ stage: "released", auth0_state: "open" });
  }
});

it.each([
  ["the block", "PATCH /api/v2/users/{id}", "blocked"],
  ["the deletion", "DELETE /api/v2/users/{id}", "gone"],
])("%s is done although Auth0 fails, loses and delays it", async (_what, route, end) => {
  const person = address("stubborn");
  await admit([person]);
  await quiet();
  const seat = end === "blocked" ? await getIn(person) : await seatOf(person);
  for (const kind of ["fail", "drop-before", "drop-after-commit", "rate-limit"])
    await auth0.control("POST /weather", { route, kind, times: 1 });
  await releaseSeat(acme.admin, seat.id);
  await quiet();
  const user = await auth0.user(person);
  expect(user === null ? "gone" : user.blocked ? "blocked" : "open").toBe(end);
});

it("a deletion under way while the person is invited again ends first; then they are imported anew", async () => {
  const person = address("race");
  await admit([person]);
  await quiet();
  const old = await seatOf(person);
  await auth0.control("POST /weather", { route: "DELETE /api/v2/users/{id}", kind: "delay", delayMs: 1_500 });
  await releaseSeat(acme.admin, old.id);
  await eventually("the deletion to begin", async () => (await seatOf(person)).auth0_state === "deleting");
  await admit([person]);
  await quiet();
  expect(await auth0.user(person)).toMatchObject({ blocked: false });
  expect(await seatOf(person)).toMatchObject({ stage: "invited", auth0_state: "open", created_by_us: true });
  expect(await mailbox.letters(person)).toHaveLength(2);
});

it("a seat revoked while its import runs leaves nobody behind at Auth0", async () => {
  const person = address("hasty");
  await auth0.control("POST /jobs/hold", { times: 1 });
  await auth0.control("DELETE /calls");
  await admit([person]);
  await eventually("the job", async () => (await auth0.count(IMPORT)) > 0);
  await releaseSeat(acme.admin, (await seatOf(person)).id);
  await auth0.control("POST /jobs/finish");
  await quiet();
  expect(await auth0.user(person)).toBeNull();
  expect(await mailbox.letters(person)).toEqual([]);
});

it("a letter that is being sent while its seat is taken back holds nobody up", async () => {
  const person = address("crossing");
  await mailbox.weather({ kind: "delay", to: person, ms: 300, times: 1 });
  await admit([person]);
  const invitation = await eventually("the invitation", async () => {
    const [row] = await database.sql`
      select i.id, s.id as seat from invitations i join seats s on s.id = i.seat_id where s.email_key = ${person}`;
    return row ?? null;
  });
  const waiting = async (count: number) => {
    const waits = await database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return waits.length >= count;
  };
  let released: Promise<unknown> = Promise.resolve();
  await database.sql.begin(async (tx) => {
    await tx`select 1 from invitations where id = ${String(invitation.id)} for update`;
    await eventually("the letter to be noted as sent", () => waiting(1));
    released = releaseSeat(acme.admin, String(invitation.seat));
    await eventually("the release", () => waiting(2));
  });
  expect(await released).toMatchObject({ ok: true });
  await quiet();
  expect(await seatOf(person)).toMatchObject({ stage: "released" });
});

it("through all of this no job ended as a bug, and no two transactions waited in a circle", async () => {
  const failed = await database.sql`
    select last_error from graphile_worker._private_jobs where last_error is not null`;
  expect([...failed]).toEqual([]);
  const [row] = await database.sql`
    select deadlocks::int from pg_stat_database where datname = current_database()`;
  expect(row).toEqual({ deadlocks: 0 });
});
