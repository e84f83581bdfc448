import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { mintPlatformScope } from "@/db/mint-scope";
import { callAtOnce } from "@/db/testing/await-quiet";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import {
  expectInvited,
  expectNoBugs,
  newAddress,
  openWalkRoom,
  type WalkRoom,
  seatOf as walkedSeat,
} from "@/db/testing/walk-room";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { releaseSeat } from "@/lib/seats/release-seat";
import { createTenant } from "@/lib/tenants/create-tenant";

let room: WalkRoom;
beforeAll(async () => {
  room = await openWalkRoom();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

const IMPORT = "POST /api/v2/jobs/users-imports";
const several = (count: number, word: string) => Array.from({ length: count }, () => newAddress(word));

/** Brings people in; a name of more than 300 signs is one that Auth0 refuses. */
async function admit(addresses: string[], tenant = room.acme, name = "Ben"): Promise<void> {
  const rows = addresses.map((email, at) => {
    return { line: at + 1, typed: email, name, email, role: "viewer" as const, problem: null };
  });
  const importId = randomUUID();
  const admitted = await admitRows(tenant.admin, { importId, sourceName: "s", rows, leftOut: [] });
  expect(admitted).toMatchObject({ ok: true, seatCount: addresses.length });
}

const seatOf = (email: string, tenant = room.acme) => walkedSeat(room, email, tenant);

it("ten people: one users-imports job, one letter each, with a Message-ID and a link of its own", async () => {
  await room.auth0.control("DELETE /calls");
  const people = several(10, "ten");
  await admit(people);
  await room.quiet();
  await expectInvited(room, people);
  expect(await room.auth0.count(IMPORT)).toBe(1);
  const letters = (await Promise.all(people.map((email) => room.mailbox.letters(email)))).flat();
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(10);
  const links = letters.map((letter) => letter.links.filter((link) => link.includes("/invitations/")));
  expect(new Set(links.flat()).size).toBe(10);
  const first = await seatOf(people[0] ?? "");
  expect(first).toMatchObject({ auth0_user_id: `auth0|${first.user_id}`, created_by_us: true });
  const trail = await room.database.sql`select verb from audit where subject = ${first.id} order by id`;
  expect(trail.map(({ verb }) => verb)).toEqual([
    "seat.reserved",
    "seat.imported",
    "seat.invited",
    "invitation.sent",
  ]);
});

it("the first admin of a new tenant walks like everybody else", async () => {
  const [slug, adminEmail] = [`initech-${randomUUID().slice(0, 8)}`, newAddress("admin")];
  const staff = { scope: mintPlatformScope({ kind: "job", name: "test" }), userId: "", mailbox: "" };
  const input = { name: "Initech", slug, seats: 12, adminName: "Ada", adminEmail };
  expect(await createTenant(staff, input)).toEqual({ ok: true, slug, adminEmail });
  expect(await createTenant(staff, input)).toMatchObject({ ok: false, reason: "slug-taken" });
  await room.quiet();
  const [seat] = await room.database.sql`
    select s.stage, s.role, t.seats_held from seats s join tenants t on t.id = s.tenant_id where t.slug = ${slug}`;
  expect(seat).toEqual({ stage: "invited", role: "admin", seats_held: 1 });
  expect(await room.mailbox.letters(adminEmail)).toHaveLength(1);
});

it("somebody whom Auth0 refuses: the seat is free again, the row says why, nobody else waits", async () => {
  const [good, bad] = [newAddress("good"), newAddress("bad")];
  const before = await countSeats(room.database.sql, room.acme.id);
  await admit([good]);
  await admit([bad], room.acme, "x".repeat(301));
  await room.quiet();
  await expectInvited(room, [good]);
  expect(await seatOf(bad)).toMatchObject({
    stage: "released",
    outcome: "failed",
    problem: "refused-by-auth0",
    auth0_user_id: null,
  });
  expect(await room.mailbox.letters(bad)).toEqual([]);
  const after = await countSeats(room.database.sql, room.acme.id);
  expect(after.counter.held).toBe(before.counter.held + 1);
  const [row] = await room.database.sql`select detail from import_rows r join seats s on s.id = r.seat_id
    where s.email_key = ${bad}`;
  expect(row?.detail).toMatch(/Auth0 did not accept this address\. The seat is free again\./);
});

it("a mailbox that Auth0 knew before is adopted under its own id, and nothing it claims is believed", async () => {
  const known = newAddress("known");
  await room.auth0.control("POST /users", {
    email: known,
    password: "Somebody-Elses-1",
    email_verified: true,
  });
  await admit([known]);
  await room.quiet();
  await expectInvited(room, [known]);
  const seat = await seatOf(known);
  expect(seat.auth0_user_id).not.toBe(`auth0|${seat.user_id}`);
  expect(seat.created_by_us).toBe(false);
  const [user] = await room.database.sql`select proved_at from users where id = ${seat.user_id}`;
  expect(user).toEqual({ proved_at: null });
});

it("a job whose data Auth0 lost is submitted again, and whoever it had created is recognised", async () => {
  const people = several(3, "lost");
  await room.auth0.control("POST /jobs/hold", { times: 1 });
  await room.auth0.control("DELETE /calls");
  await admit(people);
  await eventually("the first job", async () => (await room.auth0.count("GET /api/v2/jobs/{id}")) > 0);
  await room.withoutWorker(async () => {
    await room.auth0.control("POST /jobs/finish");
    await room.auth0.control("POST /jobs/lose");
  });
  await room.quiet();
  await expectInvited(room, people);
  expect(await room.auth0.count(IMPORT)).toBe(2);
  expect(await seatOf(people[0] ?? "")).toMatchObject({ created_by_us: true });
});

it("a third active import job is refused with 429 and goes through when its turn comes", async () => {
  await room.auth0.control("DELETE /calls");
  await room.auth0.control("POST /jobs/hold", { times: 2 });
  const crowd = [];
  for (const turn of [1, 2, 3]) {
    const people = several(2, `turn${turn}`);
    crowd.push(...people);
    await admit(people);
    await eventually(`submission ${turn}`, async () => {
      await callAtOnce(room.database.sql);
      return (await room.auth0.count(IMPORT)) >= turn;
    });
  }
  const statuses = (await room.auth0.calls())
    .filter(({ route }) => route === IMPORT)
    .map(({ status }) => status);
  expect(statuses.slice(0, 3)).toEqual([202, 202, 429]);
  await room.auth0.control("POST /jobs/finish");
  await room.quiet();
  await expectInvited(room, crowd);
});

it.each([
  ["refused with 503", "fail"],
  ["cut off before it arrived", "drop-before"],
  ["cut off after Auth0 did it", "drop-after-commit"],
  ["put off with 429", "rate-limit"],
])("each call of an import %s once: everybody is invited once all the same", async (_what, kind) => {
  const [fresh, known] = [newAddress("storm"), newAddress("storm-known")];
  await room.auth0.control("POST /users", { email: known });
  for (const route of [
    IMPORT,
    "GET /api/v2/jobs/{id}",
    "GET /api/v2/jobs/{id}/errors",
    "GET /api/v2/users-by-email",
  ])
    await room.auth0.control("POST /weather", { route, kind, times: 1 });
  await admit([fresh, known]);
  await room.quiet();
  const { weather } = asState(await room.auth0.control("GET /state"));
  expect(weather, "every call met its weather").toEqual([]);
  await expectInvited(room, [fresh, known]);
  expect(await seatOf(fresh)).toMatchObject({ created_by_us: true });
});

/** The control port's own answer (local/auth0/control). */
function asState(reply: unknown): { weather: unknown[] } {
  return reply as { weather: unknown[] };
}

it("a second tenant's seat of the same person needs no import and tells neither tenant of the other", async () => {
  const shared = newAddress("shared");
  await admit([shared]);
  await room.quiet();
  await room.auth0.control("DELETE /calls");
  await admit([shared], room.globex);
  await room.quiet();
  expect(await room.auth0.count(IMPORT)).toBe(0);
  const [one, two] = [await seatOf(shared), await seatOf(shared, room.globex)];
  expect(two).toMatchObject({ stage: "invited", user_id: one.user_id });
  expect(await room.mailbox.letters(shared)).toHaveLength(2);
});

it("one person in the rosters of two tenants at once is one user of Auth0, with two letters", async () => {
  const both = newAddress("both");
  await Promise.all([admit([both]), admit([both], room.globex)]);
  await room.quiet();
  const [one, two] = [await seatOf(both), await seatOf(both, room.globex)];
  expect([one.stage, two.stage, two.user_id]).toEqual(["invited", "invited", one.user_id]);
  expect(await room.mailbox.letters(both)).toHaveLength(2);
});

it("a seat revoked while its import runs leaves nobody behind at Auth0", async () => {
  const person = newAddress("hasty");
  await room.auth0.control("POST /jobs/hold", { times: 1 });
  await room.auth0.control("DELETE /calls");
  await admit([person]);
  await eventually("the job", async () => (await room.auth0.count(IMPORT)) > 0);
  await releaseSeat(room.acme.admin, (await seatOf(person)).id);
  await room.auth0.control("POST /jobs/finish");
  await room.quiet();
  expect(await room.auth0.user(person)).toBeNull();
  expect(await room.mailbox.letters(person)).toEqual([]);
});

it("no job of all these ended as a bug, and no two transactions waited in a circle", () =>
  expectNoBugs(room));
