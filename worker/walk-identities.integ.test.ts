import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { eventually } from "@/db/testing/eventually";
import {
  expectNoBugs,
  newAddress,
  openWalkRoom,
  type WalkedSeat,
  type WalkRoom,
  seatOf as walkedSeat,
} from "@/db/testing/walk-room";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { releaseSeat } from "@/lib/seats/release-seat";

let room: WalkRoom;
beforeAll(async () => {
  room = await openWalkRoom();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

/** Brings people in. */
async function admit(addresses: string[], tenant = room.acme): Promise<void> {
  const rows = addresses.map((email, at) => {
    return { line: at + 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  });
  const importId = randomUUID();
  const admitted = await admitRows(tenant.admin, { importId, sourceName: "s", rows, leftOut: [] });
  expect(admitted).toMatchObject({ ok: true, seatCount: addresses.length });
}

const seatOf = (email: string, tenant = room.acme) => walkedSeat(room, email, tenant);

/** Makes somebody who was invited into somebody who got in. */
async function getIn(email: string): Promise<WalkedSeat> {
  const seat = await seatOf(email);
  await room.database.sql`update users set proved_at = now() where id = ${seat.user_id}`;
  await room.database.sql`update seats set stage = 'active', activated_at = now() where id = ${seat.id}`;
  await room.database.sql`update tenants set seats_active = seats_active + 1 where id = ${room.acme.id}`;
  return seat;
}

it("somebody revoked before they came is deleted at Auth0; whoever it knew before us is only blocked", async () => {
  const [ours, theirs] = [newAddress("ours"), newAddress("theirs")];
  await room.auth0.control("POST /users", { email: theirs });
  await admit([ours, theirs]);
  await room.quiet();
  for (const email of [ours, theirs]) await releaseSeat(room.acme.admin, (await seatOf(email)).id);
  await room.quiet();
  expect(await room.auth0.user(ours)).toBeNull();
  expect(await room.auth0.user(theirs)).toMatchObject({ blocked: true });
});

it("somebody who got in is blocked, invited again unblocked first, and keeps their identity", async () => {
  const person = newAddress("in");
  await admit([person]);
  await room.quiet();
  const seat = await getIn(person);
  await releaseSeat(room.acme.admin, seat.id);
  await room.quiet();
  expect(await room.auth0.user(person)).toMatchObject({ blocked: true, user_id: seat.auth0_user_id });
  await admit([person]);
  await room.quiet();
  expect(await room.auth0.user(person)).toMatchObject({ blocked: false, user_id: seat.auth0_user_id });
  expect(await seatOf(person)).toMatchObject({ stage: "invited", auth0_state: "open" });
  expect(await room.mailbox.letters(person)).toHaveLength(2);
});

it("somebody who holds a seat elsewhere, or belongs to the staff, is kept", async () => {
  const [elsewhere, staff] = [newAddress("elsewhere"), newAddress("staff")];
  await admit([elsewhere, staff]);
  await admit([elsewhere], room.globex);
  await room.quiet();
  await room.database.sql`insert into staff (user_id) values (${(await seatOf(staff)).user_id})`;
  for (const email of [elsewhere, staff]) await releaseSeat(room.acme.admin, (await seatOf(email)).id);
  await room.quiet();
  for (const email of [elsewhere, staff]) {
    expect(await room.auth0.user(email)).toMatchObject({ blocked: false });
    expect(await seatOf(email)).toMatchObject({ stage: "released", auth0_state: "open" });
  }
});

it.each([
  ["the block", "PATCH /api/v2/users/{id}", "blocked"],
  ["the deletion", "DELETE /api/v2/users/{id}", "gone"],
])("%s is done although Auth0 fails, loses and delays it", async (_what, route, end) => {
  const person = newAddress("stubborn");
  await admit([person]);
  await room.quiet();
  const seat = end === "blocked" ? await getIn(person) : await seatOf(person);
  for (const kind of ["fail", "drop-before", "drop-after-commit", "rate-limit"])
    await room.auth0.control("POST /weather", { route, kind, times: 1 });
  await releaseSeat(room.acme.admin, seat.id);
  await room.quiet();
  const user = await room.auth0.user(person);
  expect(user === null ? "gone" : user.blocked ? "blocked" : "open").toBe(end);
});

it("a deletion under way while the person is invited again ends first; then they are imported anew", async () => {
  const person = newAddress("race");
  await admit([person]);
  await room.quiet();
  const old = await seatOf(person);
  await room.auth0.control("POST /weather", {
    route: "DELETE /api/v2/users/{id}",
    kind: "delay",
    delayMs: 1_500,
  });
  await releaseSeat(room.acme.admin, old.id);
  await eventually("the deletion to begin", async () => (await seatOf(person)).auth0_state === "deleting");
  await admit([person]);
  await room.quiet();
  expect(await room.auth0.user(person)).toMatchObject({ blocked: false });
  expect(await seatOf(person)).toMatchObject({ stage: "invited", auth0_state: "open", created_by_us: true });
  expect(await room.mailbox.letters(person)).toHaveLength(2);
});

it("no job of all these ended as a bug, and no two transactions waited in a circle", () =>
  expectNoBugs(room));
