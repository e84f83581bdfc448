import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { mintPlatformScope } from "@/db/mint-scope";
import { countSeats } from "@/db/testing/count-seats";
import { eventually } from "@/db/testing/eventually";
import { ageInvitation, plantInvited } from "@/db/testing/plant-invited";
import { portalEnvironment } from "@/db/testing/portal-environment";
import type { TestService } from "@/db/testing/start-service";
import { packWorker, type WorkerPress } from "@/db/testing/start-worker";
import { expectNoBugs, newAddress, openWalkRoom, seatOf, type WalkRoom } from "@/db/testing/walk-room";
import { enterByLink } from "@/lib/access/enter-by-link";
import { enterToAsk } from "@/lib/access/enter-to-ask";
import { invitationToken } from "@/lib/access/invitation-token";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { askForLetter } from "@/lib/onboarding/ask-for-letter";
import { listAsked } from "@/lib/onboarding/list-asked";
import { readLink } from "@/lib/onboarding/read-link";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { restoreSeat } from "@/lib/seats/restore-seat";
import { suspendTenant } from "@/lib/tenants/suspend-tenant";
import { lookAtCalendar } from "./look-at-calendar";

let room: WalkRoom;
let press: WorkerPress;
let second: TestService;
// Two workers on one database, and both look at the calendar.
beforeAll(async () => {
  room = await openWalkRoom();
  press = await packWorker();
  const outside = { auth0: room.auth0.origin, smtp: room.mailbox.smtp };
  second = await press.start(portalEnvironment(room.database.urls, outside));
});
afterAll(async () => {
  await second.stop();
  press.clear();
  await disconnect();
  await room.close();
});

async function admit(email: string): Promise<void> {
  const row = { line: 1, typed: email, name: "Ben", email, role: "viewer" as const, problem: null };
  const admission = { importId: randomUUID(), sourceName: "s", rows: [row], leftOut: [] };
  expect(await admitRows(room.acme.admin, admission)).toMatchObject({ ok: true });
}

/** The links of somebody's letters, oldest first. */
async function tokensOf(email: string): Promise<string[]> {
  const letters = await room.mailbox.letters(email);
  return letters
    .reverse()
    .flatMap(({ links }) => links.flatMap((link) => /\/invitations\/(.+)$/.exec(link)?.[1] ?? []));
}

async function stateOf(token = ""): Promise<string> {
  const holder = await enterByLink(token);
  return holder === null ? "unknown" : readLink(holder.file);
}

async function invitationOf(email: string): Promise<string> {
  const [row] = await room.database.sql`
    select i.id from invitations i join seats s on s.id = i.seat_id
    where s.email_key = ${email} and i.revoked_at is null`;
  return String(row?.id);
}

async function look(): Promise<void> {
  await Promise.all([lookAtCalendar(), lookAtCalendar()]);
  await room.quiet();
}

it("from letter to expiry, asking, and a new letter: the seat, the links and Auth0 follow", async () => {
  const { sql } = room.database;
  const email = newAddress("late");
  await admit(email);
  await room.quiet();
  const { id: seatId } = await seatOf(room, email, room.acme);
  await ageInvitation(sql, await invitationOf(email), 8);
  const held = (await countSeats(sql, room.acme.id)).counter.held;
  await look();
  expect(await seatOf(room, email, room.acme)).toMatchObject({ stage: "released", auth0_state: "absent" });
  expect((await countSeats(sql, room.acme.id)).counter.held).toBe(held - 1);
  expect(await room.auth0.user(email)).toBeNull();
  const [old = ""] = await tokensOf(email);
  expect(await stateOf(old)).toBe("expired");

  await askForLetter(enterToAsk(old));
  await room.quiet();
  expect(await listAsked(room.acme.admin)).toMatchObject({ count: 1, people: [{ seatId, email }] });

  expect(await renewInvitation(room.acme.admin, seatId)).toEqual({ ok: false, reason: "already-released" });
  expect(await restoreSeat(room.acme.admin, seatId)).toEqual({ ok: true, email, stage: "reserved" });
  expect(await restoreSeat(room.acme.admin, seatId)).toEqual({ ok: false, reason: "not-released" });
  await room.quiet();
  const now = await seatOf(room, email, room.acme);
  expect(now).toMatchObject({ id: seatId, stage: "invited", auth0_state: "open" });
  expect(await room.auth0.user(email)).toMatchObject({ user_id: now.auth0_user_id, blocked: false });
  const tokens = await tokensOf(email);
  expect(tokens).toHaveLength(2);
  expect([await stateOf(tokens[0]), await stateOf(tokens[1])]).toEqual(["replaced", "open"]);
  const { counter, recount } = await countSeats(sql, room.acme.id);
  expect(counter).toEqual(recount);
  expect(counter.held).toBe(held);
});

it("a new letter for an expired seat needs a free one; for a live seat it needs none", async () => {
  const { sql } = room.database;
  const { id, admin } = room.globex;
  const live = await plantInvited(sql, id, invitationToken, { daysAgo: 1 });
  const expired = await plantInvited(sql, id, invitationToken, { daysAgo: 8 });
  await look();
  const { counter } = await countSeats(sql, id);
  await sql`update tenants set seats_purchased = ${counter.held} where id = ${id}`;
  expect(await restoreSeat(admin, expired.seatId)).toEqual({ ok: false, reason: "no-seat-free" });
  expect(await renewInvitation(admin, live.seatId)).toMatchObject({ ok: true });
  await sql`update tenants set seats_purchased = ${counter.held + 1} where id = ${id}`;
  expect(await restoreSeat(admin, expired.seatId)).toMatchObject({ ok: true });
  await room.quiet();
});

it("who was brought in anew holds a seat: the expired one stays as it is", async () => {
  const email = newAddress("anew");
  await admit(email);
  await room.quiet();
  const { id: first } = await seatOf(room, email, room.acme);
  await ageInvitation(room.database.sql, await invitationOf(email), 8);
  await look();
  await admit(email);
  await room.quiet();
  expect(await restoreSeat(room.acme.admin, first)).toEqual({ ok: false, reason: "holds-seat" });
});

it("an admin of another tenant, a viewer and a made-up seat bring nobody back", async () => {
  const guest = await plantInvited(room.database.sql, room.acme.id, invitationToken, { daysAgo: 8 });
  await look();
  const { acme, globex } = room;
  const viewer = { ...acme.admin, role: "viewer" as const };
  expect([
    await restoreSeat(globex.admin, guest.seatId),
    await restoreSeat(viewer, guest.seatId),
    await restoreSeat(acme.admin, randomUUID()),
    await restoreSeat(acme.admin, "seat"),
  ]).toEqual([
    { ok: false, reason: "not-here" },
    { ok: false, reason: "not-allowed" },
    { ok: false, reason: "not-here" },
    { ok: false, reason: "not-here" },
  ]);
});

it("a letter put off again and again ends when its invitation does: no letter, and the seat is free", async () => {
  const email = newAddress("never");
  await room.mailbox.weather({ kind: "defer", to: email, times: 1_000 });
  await admit(email);
  await eventually("the first refusal", async () => {
    const rows = await room.database.sql`
      select 1 from invitations i join seats s on s.id = i.seat_id where s.email_key = ${email} and server_said ~ '^4'`;
    return rows.length > 0;
  });
  await ageInvitation(room.database.sql, await invitationOf(email), 8);
  // A look passes by whoever is just being written to; the next one finds them.
  await eventually("the seat to be free", async () => {
    await look();
    return (await seatOf(room, email, room.acme)).stage === "released";
  });
  expect(await room.mailbox.letters(email)).toEqual([]);
});

it("two workers remind forty people: one letter each", async () => {
  const guests = await Promise.all(
    Array.from({ length: 40 }, () =>
      plantInvited(room.database.sql, room.acme.id, invitationToken, { daysAgo: 3 }),
    ),
  );
  await look();
  await look();
  for (const { email } of guests) expect(await room.mailbox.letters(email), email).toHaveLength(1);
});

it("while a tenant is suspended nothing runs out, and afterwards the links hold as much longer", async () => {
  const { sql } = room.database;
  const { id } = room.globex;
  const staff = { scope: mintPlatformScope({ kind: "operator", command: "test" }), userId: "", mailbox: "" };
  const guest = await plantInvited(sql, id, invitationToken, { daysAgo: 6, days: 7 });
  await suspendTenant(staff, id, true);
  // Three days go by; the link had one day left.
  await sql`update tenants set suspended_at = suspended_at - interval '3 days' where id = ${id}`;
  await ageInvitation(sql, guest.invitationId, 3);
  await look();
  expect(await stateOf(guest.token)).toBe("suspended");
  await suspendTenant(staff, id, false);
  await look();
  expect(await stateOf(guest.token)).toBe("open");
  const [left] = await sql`
    select round(extract(epoch from expires_at - now()) / 3600)::int as hours from invitations
    where id = ${guest.invitationId}`;
  expect(left).toEqual({ hours: 24 });
});

it("the worker looks at the calendar by itself", async () => {
  const guest = await plantInvited(room.database.sql, room.acme.id, invitationToken, { daysAgo: 8 });
  await eventually("the seat to be free", async () => {
    const rows = await room.database
      .sql`select 1 from seats where id = ${guest.seatId} and stage = 'released'`;
    return rows.length > 0;
  });
  await room.quiet();
});

it("no job of all these ended as a bug, and no two transactions waited in a circle", () =>
  expectNoBugs(room));
