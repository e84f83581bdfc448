import { beforeEach, expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { markOpened, readInvitation } from "@/db/invitations";
import { mintPlatformScope } from "@/db/mint-scope";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { openPortal } from "@/db/testing/open-portal";
import { ageInvitation, type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { invitationToken } from "@/lib/access/invitation-token";
import { expireInvitations } from "./expire-invitations";

const scope = mintPlatformScope({ kind: "job", name: "expire-invitations" });
const database = openPortal();
let acme: PlantedTenant;

beforeEach(async () => {
  acme = await plantTenant(database.sql, 1_000);
});

async function seatOf({ seatId }: PlantedGuest) {
  const [seat] = await database.sql`
    select s.stage, s.release_reason as reason, i.revoked_at is not null as void
    from seats s join invitations i on i.seat_id = s.id where s.id = ${seatId}`;
  return seat;
}

const gone = { stage: "released", reason: "expired", void: true };

async function expectCounted(): Promise<void> {
  const { counter, recount } = await countSeats(database.sql, acme.id);
  expect(counter).toEqual(recount);
}

it("an invitation that ran out frees its seat, says why in one audit row, and lets Auth0 be told", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 6, days: 7 });
  await expireInvitations(scope);
  expect(await seatOf(guest)).toMatchObject({ stage: "invited", void: false });
  await ageInvitation(database.sql, guest.invitationId, 1);
  await expireInvitations(scope);
  await expireInvitations(scope);
  expect(await seatOf(guest)).toEqual(gone);
  await expectCounted();
  const trail = await database.sql`select verb, actor, facts from audit where subject = ${guest.seatId}`;
  expect([...trail]).toEqual([
    {
      verb: "seat.released",
      actor: { kind: "job", name: "expire-invitations" },
      facts: { reason: "expired", from: "invited", letter: "accepted" },
    },
  ]);
  const wish = await database.sql`
    select 1 from graphile_worker._private_jobs where key = ${`reconcile:${guest.userId}`}`;
  expect(wish).toHaveLength(1);
});

it("beside one that ran out, a letter that still holds keeps its seat", async () => {
  const [late, live] = [
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8 }),
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 6 }),
  ];
  await expireInvitations(scope);
  expect([await seatOf(late), await seatOf(live)]).toMatchObject([gone, { stage: "invited", void: false }]);
});

it.each(["imported", "verified"])("a seat that got as far as %s is freed too", async (stage) => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8, stage });
  await expireInvitations(scope);
  expect(await seatOf(guest)).toEqual(gone);
});

it("an active seat is never touched, however old its letter", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 400, stage: "active" });
  await expireInvitations(scope);
  expect(await seatOf(guest)).toMatchObject({ stage: "active", void: false });
  await expectCounted();
});

it("a letter that never arrived ends as well: refused for good, or still put off when the time is up", async () => {
  const [refused, put_off] = [
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8, stage: "imported" }),
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8, stage: "imported" }),
  ];
  await database.sql`
    update invitations set sent_at = null, refused_at = now() - interval '7 days' where id = ${refused.invitationId}`;
  await database.sql`
    update invitations set sent_at = null, server_said = '451 later' where id = ${put_off.invitationId}`;
  await expireInvitations(scope);
  expect([await seatOf(refused), await seatOf(put_off)]).toEqual([gone, gone]);
  const trail = await database.sql`
    select facts->>'letter' as letter from audit where subject in (${refused.seatId}, ${put_off.seatId}) order by 1`;
  expect(trail.map(({ letter }) => letter)).toEqual(["undeliverable", "waiting"]);
});

it("a press of the button in the last moment wins, or finds the door shut; never half of both", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8 });
  const file = await inPlatform(scope, (tx) => readInvitation(tx, guest.invitationId));
  if (file === null) throw new Error("no invitation");
  const later = new Date(Date.now() + 2 * 3_600_000);
  // The press is under way and not yet committed while the job comes by.
  await inPlatform(scope, async (tx) => {
    expect(await markOpened(tx, file.invitation, later)).toBe(true);
    await expireInvitations(scope);
  });
  await expireInvitations(scope);
  expect(await seatOf(guest)).toMatchObject({ stage: "invited", void: false });
  await ageInvitation(database.sql, guest.invitationId, 1);
  await expireInvitations(scope);
  expect(await seatOf(guest)).toEqual(gone);
  expect(await inPlatform(scope, (tx) => markOpened(tx, file.invitation, later))).toBe(false);
});

it("two workers at once release each seat once", async () => {
  const guests = await Promise.all(
    Array.from({ length: 130 }, () => plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8 })),
  );
  await eventually("all seats to be free", async () => {
    await Promise.all([expireInvitations(scope), expireInvitations(scope)]);
    const left = await database.sql`
      select 1 from seats where tenant_id = ${acme.id} and stage = 'invited' limit 1`;
    return left.length === 0;
  });
  await expectCounted();
  const [rows] = await database.sql`
    select count(*)::int as count, count(distinct subject)::int as seats from audit
    where tenant_id = ${acme.id} and verb = 'seat.released'`;
  expect(rows).toEqual({ count: guests.length, seats: guests.length });
});
