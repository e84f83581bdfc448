import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { countSeats } from "@/db/testing/count-seats";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { expectNoBugs, newAddress, openWalkRoom, seatOf, type WalkRoom } from "@/db/testing/walk-room";
import { deleteAuth0User } from "@/lib/auth0/delete-user";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { changeRole } from "@/lib/seats/change-role";
import { leaveTenant } from "@/lib/seats/leave-tenant";
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
async function seat(email: string, tenant: PlantedTenant, role: "viewer" | "admin" = "viewer") {
  const row = { line: 1, typed: email, name: "Ben", email, role, problem: null };
  await admitRows(tenant.admin, { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] });
  await room.quiet();
  const planted = await seatOf(room, email, tenant);
  await room.database.sql`
    update seats set stage = 'active', activated_at = now() where id = ${planted.id}`;
  await room.database.sql`update users set proved_at = now() where id = ${planted.user_id}`;
  await room.database.sql`update tenants set seats_active = seats_active + 1 where id = ${tenant.id}`;
  return planted.id;
}

/** Somebody deletes a person at Auth0, past the portal. */
async function deleteByHand(email: string): Promise<void> {
  const user = await room.auth0.user(email);
  expect(await deleteAuth0User(user?.user_id ?? "")).toMatchObject({ ok: true });
  expect(await room.auth0.user(email)).toBeNull();
}

/** The person is on the way in again: known to Auth0, with a letter of their own for it, and no longer counted as in. */
async function expectWalksAgain(email: string, tenant: PlantedTenant, letters: number): Promise<void> {
  const again = await seatOf(room, email, tenant);
  expect(again).toMatchObject({ stage: "invited", auth0_state: "open", created_by_us: true });
  expect(await room.auth0.user(email)).toMatchObject({ user_id: again.auth0_user_id, blocked: false });
  const links = (await room.mailbox.letters(email)).map((letter) => letter.links.join());
  expect(new Set(links).size).toBe(letters);
  const { counter, recount } = await countSeats(room.database.sql, tenant.id);
  expect(counter).toEqual(recount);
  const trail = await room.database.sql`
    select actor ->> 'kind' as kind from audit
    where subject = ${again.id} and verb = 'seat.reserved' and facts @> '{"again":true}'`;
  expect([...trail]).toEqual([{ kind: "job" }]);
  const file = await readPerson(tenant.admin, again.id);
  expect(file.ok && [file.receipt, file.person.seat.activatedAt]).toEqual([null, null]);
}

it.each([
  ["after the removal", true],
  ["before the removal", false],
])("somebody restored whom Auth0 lost %s starts anew, and is counted so", async (_when, isRemovedFirst) => {
  const tenant = await plantTenant(room.database.sql, 10);
  const email = newAddress("lost");
  const seatId = await seat(email, tenant);
  if (!isRemovedFirst) await deleteByHand(email);
  await releaseSeat(tenant.admin, seatId);
  await room.quiet();
  if (isRemovedFirst) await deleteByHand(email);
  expect(await restoreSeat(tenant.admin, seatId)).toMatchObject({ ok: true });
  await room.quiet();
  await expectWalksAgain(email, tenant, 2);
  expect((await countSeats(room.database.sql, tenant.id)).counter).toMatchObject({ held: 2, active: 1 });
});

it("a removal elsewhere that finds the account lost puts the seat that is left back to the start", async () => {
  const [left, kept] = [await plantTenant(room.database.sql, 10), await plantTenant(room.database.sql, 10)];
  const email = newAddress("lost-elsewhere");
  const seatId = await seat(email, left);
  await seat(email, kept);
  await deleteByHand(email);
  await releaseSeat(left.admin, seatId);
  await room.quiet();
  await expectWalksAgain(email, kept, 3);
});

it("an admin who was restored counts as one only once Auth0 knows them", async () => {
  const tenant = await plantTenant(room.database.sql, 10);
  const { admin } = tenant;
  const [lost, known] = [newAddress("lost-admin"), newAddress("known-admin")];
  const seatIds = [await seat(lost, tenant, "admin"), await seat(known, tenant, "admin")] as const;
  for (const seatId of seatIds) await releaseSeat(admin, seatId);
  await room.quiet();
  await deleteByHand(lost);
  const lastAdmin = { ok: false, reason: "last-admin" };
  await room.withoutWorker(async () => {
    for (const seatId of seatIds) expect(await restoreSeat(admin, seatId)).toMatchObject({ ok: true });
    expect(await leaveTenant(admin)).toEqual(lastAdmin);
    expect(await changeRole(admin, admin.seatId, "viewer")).toEqual(lastAdmin);
    expect(await releaseSeat(admin, seatIds[0]), "one who does not count yet may go").toMatchObject({
      ok: true,
    });
    expect(await restoreSeat(admin, seatIds[0])).toMatchObject({ ok: true });
  });
  await room.quiet();
  await expectWalksAgain(lost, tenant, 2);
  await releaseSeat(admin, seatIds[1]);
  await room.quiet();
  expect(await leaveTenant(admin), "the lost one is on the way only").toEqual(lastAdmin);
  await restoreSeat(admin, seatIds[1]);
  await room.quiet();
  expect(await leaveTenant(admin)).toEqual({ ok: true });
});

it("none of this was a bug", () => expectNoBugs(room));
