import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { eventually } from "@/db/testing/eventually";
import type { PlantedTenant } from "@/db/testing/plant-tenant";
import { expectNoBugs, newAddress, openWalkRoom, type WalkRoom } from "@/db/testing/walk-room";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { readPerson } from "@/lib/seats/read-person";
import { releaseSeat } from "@/lib/seats/release-seat";
import { restoreSeat } from "@/lib/seats/restore-seat";

let room: WalkRoom;
beforeAll(async () => {
  room = await openWalkRoom();
});
afterAll(async () => {
  await disconnect();
  await room.close();
});

/** Brings somebody in and makes them active; answers their seat. */
async function seat(email: string, tenant: PlantedTenant = room.acme): Promise<string> {
  const row = { line: 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  await admitRows(tenant.admin, { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] });
  await room.quiet();
  const [planted] = await room.database.sql`
    update seats set stage = 'active', activated_at = coalesce(activated_at, now())
    where tenant_id = ${tenant.id} and email_key = ${email} and stage = 'invited' returning id, user_id`;
  await room.database.sql`update users set proved_at = now() where id = ${planted?.user_id}`;
  await room.database.sql`update tenants set seats_active = seats_active + 1 where id = ${tenant.id}`;
  return String(planted?.id);
}

/** Signs somebody in, as the database sees it. */
async function signIn(seatId: string): Promise<string> {
  const id = randomUUID();
  await room.database.sql`
    insert into identities (user_id, iss, sub, connection)
    select u.id, 'iss', u.auth0_user_id, 'c' from users u join seats s on s.user_id = u.id where s.id = ${seatId}
    on conflict do nothing`;
  await room.database.sql`
    insert into sessions (id, iss, sub, data) select ${id}, 'iss', u.auth0_user_id, '{}'
    from users u join seats s on s.user_id = u.id where s.id = ${seatId}`;
  return id;
}

const isSignedIn = async (session: string) =>
  (await room.database.sql`select 1 from sessions where id = ${session}`).length === 1;

async function receiptOf(seatId: string, { admin }: PlantedTenant = room.acme) {
  const file = await readPerson(admin, seatId);
  if (!file.ok) throw new Error(file.reason);
  return file.receipt;
}

/** Auth0 answers nobody who asks about a user or would change one, for a while. */
async function outage(): Promise<void> {
  for (const method of ["GET", "PATCH"])
    await room.auth0.control("POST /weather", {
      route: `${method} /api/v2/users/{id}`,
      kind: "fail",
      times: 4,
    });
}

/** What a tenant's log says since the last removal, without times. */
async function stepsOf(seatId: string): Promise<unknown[]> {
  const rows = await room.database.sql`
    select verb, actor, facts from audit where subject = ${seatId} and id >= (
      select max(id) from audit where subject = ${seatId} and verb in ('seat.released', 'seat.restored'))
    order by id`;
  return rows.map(({ verb, actor, facts }) => [verb, actor.kind, facts]);
}

it("a removal tells each step: refused and free at once, sessions ended, Auth0 blocked", async () => {
  const email = newAddress("receipt");
  const seatId = await seat(email);
  const session = await signIn(seatId);
  expect(await releaseSeat(room.acme.admin, seatId)).toMatchObject({ ok: true, reason: "removed" });
  await room.quiet();
  const [row] = await room.database.sql`select released_at from seats where id = ${seatId}`;
  expect(await receiptOf(seatId)).toEqual({
    to: "shut",
    at: row?.released_at,
    sessionsAt: expect.any(Date),
    auth0: { state: "settled", at: expect.any(Date) },
  });
  expect(await room.auth0.user(email)).toMatchObject({ blocked: true });
  expect(await isSignedIn(session)).toBe(false);
  expect(await stepsOf(seatId)).toEqual([
    ["seat.released", "person", { reason: "removed", from: "active" }],
    ["seat.sessions-settled", "job", {}],
    ["seat.sign-in-settled", "job", { to: "shut" }],
  ]);
});

it("while Auth0 is out of reach the receipt waits, says so once, and is done when Auth0 is back", async () => {
  const email = newAddress("outage");
  const seatId = await seat(email);
  await outage();
  await releaseSeat(room.acme.admin, seatId);
  await eventually("the receipt to wait", async () => {
    const receipt = await receiptOf(seatId);
    return receipt?.auth0.state === "waits" || receipt?.auth0.state === "settled";
  });
  await room.quiet();
  expect((await stepsOf(seatId)).map((step) => (step as [string])[0])).toEqual([
    "seat.released",
    "seat.sessions-settled",
    "seat.sign-in-waits",
    "seat.sign-in-settled",
  ]);
  expect(await room.auth0.user(email)).toMatchObject({ blocked: true });
});

it("a tenant can't tell whether the person holds another seat: the same steps, and the same wait for Auth0", async () => {
  const [here, both] = [newAddress("here"), newAddress("both")];
  const seats = [await seat(here), await seat(both)];
  await seat(both, room.globex);
  const session = await signIn(seats[1] ?? "");
  await outage();
  for (const seatId of seats) await releaseSeat(room.acme.admin, seatId);
  await room.quiet();
  const [ofHere, ofBoth] = [await stepsOf(seats[0] ?? ""), await stepsOf(seats[1] ?? "")];
  expect(ofBoth).toEqual(ofHere);
  expect(ofHere).toHaveLength(4);
  expect(await room.auth0.user(here)).toMatchObject({ blocked: true });
  expect(await room.auth0.user(both)).toMatchObject({ blocked: false });
  expect(await isSignedIn(session), "their place elsewhere stays open").toBe(true);
});

it("an invitation revoked before the account is known has its receipt too", async () => {
  const email = newAddress("revoked");
  let seatId = "";
  await room.withoutWorker(async () => {
    const row = { line: 1, typed: email, name: "", email, role: "viewer" as const, problem: null };
    await admitRows(room.acme.admin, { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] });
    const [planted] = await room.database.sql`select id from seats where email_key = ${email}`;
    seatId = String(planted?.id);
    await releaseSeat(room.acme.admin, seatId);
  });
  await room.quiet();
  expect((await receiptOf(seatId))?.auth0).toEqual({ state: "nothing" });
});

it("somebody restored is unblocked first, and their receipt says when", async () => {
  const email = newAddress("restored");
  const seatId = await seat(email);
  await releaseSeat(room.acme.admin, seatId);
  await room.quiet();
  expect(await room.auth0.user(email)).toMatchObject({ blocked: true });
  await room.withoutWorker(async () => {
    expect(await restoreSeat(room.acme.admin, seatId)).toMatchObject({ ok: true, stage: "active" });
    expect((await receiptOf(seatId))?.auth0).toEqual({ state: "pending" });
  });
  await room.quiet();
  expect(await room.auth0.user(email)).toMatchObject({ blocked: false });
  expect(await receiptOf(seatId)).toMatchObject({ to: "open", auth0: { state: "settled" } });
  expect(await room.mailbox.letters(email), "no second letter for somebody who was in").toHaveLength(1);
});

it("somebody restored who never got in has a new letter, and the old link is void", async () => {
  const email = newAddress("again");
  const row = { line: 1, typed: email, name: "", email, role: "viewer" as const, problem: null };
  await admitRows(room.acme.admin, { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] });
  await room.quiet();
  const [planted] = await room.database.sql`select id from seats where email_key = ${email}`;
  const seatId = String(planted?.id);
  await releaseSeat(room.acme.admin, seatId);
  await room.quiet();
  expect(await room.auth0.user(email)).toBeNull();
  expect(await restoreSeat(room.acme.admin, seatId)).toMatchObject({ ok: true, stage: "reserved" });
  await room.quiet();
  const [after] = await room.database.sql`select stage from seats where id = ${seatId}`;
  expect(after).toEqual({ stage: "invited" });
  expect(await room.auth0.user(email)).toMatchObject({ blocked: false });
  const letters = await room.mailbox.letters(email);
  expect(new Set(letters.map(({ links }) => links.join())).size).toBe(2);
});

it("the log of a walk tells the letter, with the mail server's words, once", async () => {
  const email = newAddress("told");
  const seatId = await seat(email);
  const rows = await room.database.sql`
    select verb, facts from audit where subject = ${seatId} and verb like 'invitation.%' order by id`;
  expect([...rows]).toEqual([
    { verb: "invitation.sent", facts: { serverSaid: expect.stringMatching(/^250/) } },
  ]);
});

it("none of this was a bug", async () => {
  await expectNoBugs(room);
});
