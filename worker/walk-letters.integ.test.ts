import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
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
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
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

it("the letter's token is nowhere in the database", async () => {
  await admit([newAddress("secret")]);
  await room.quiet();
  const [letter] = await room.mailbox.letters();
  const token =
    letter?.links
      .find((link) => link.includes("/invitations/"))
      ?.split("/")
      .at(-1) ?? "";
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  const dump = await room.database.sql`
    select (select string_agg(i::text, '') from invitations i) || (select string_agg(a::text, '') from audit a)
      || coalesce((select string_agg(j::text, '') from graphile_worker._private_jobs j), '') as text`;
  expect(String(dump[0]?.text)).not.toContain(token);
});

it("a letter put off with 451 comes later, as one letter", async () => {
  const late = newAddress("late");
  await room.mailbox.weather({ kind: "defer", to: late, times: 2 });
  await admit([late]);
  await room.quiet();
  await expectInvited(room, [late]);
});

it("a letter whose receipt was lost comes again under the same Message-ID", async () => {
  const twice = newAddress("twice");
  await room.mailbox.weather({ kind: "drop-after-accept", to: twice, times: 1 });
  await admit([twice]);
  await room.quiet();
  const letters = await room.mailbox.letters(twice);
  expect(letters).toHaveLength(2);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
  expect(new Set(letters.map(({ links }) => links.join())).size).toBe(1);
  expect(await seatOf(twice)).toMatchObject({ stage: "invited" });
});

it("a letter refused with 550 is undeliverable: no second try, the seat stays and can be invited anew", async () => {
  const wrong = newAddress("wrong");
  await room.mailbox.weather({ kind: "refuse", to: wrong, times: 1 });
  await admit([wrong]);
  await room.quiet();
  const seat = await seatOf(wrong);
  expect(seat.stage).toBe("imported");
  const [invitation] = await room.database.sql`
    select refused_at is not null as refused, server_said from invitations where seat_id = ${seat.id}`;
  expect(invitation).toMatchObject({ refused: true, server_said: expect.stringMatching(/^550/) });
  expect(await room.mailbox.letters(wrong)).toEqual([]);
  expect(await renewInvitation(room.acme.admin, seat.id)).toMatchObject({ ok: true });
  await room.quiet();
  expect(await room.mailbox.letters(wrong)).toHaveLength(1);
  expect(await seatOf(wrong)).toMatchObject({ stage: "invited" });
});

it("no second letter is made while one waits to be sent", async () => {
  const slow = newAddress("slow");
  await admit([slow]);
  await room.quiet();
  await room.mailbox.weather({ kind: "delay", to: slow, ms: 500, times: 1 });
  const { id } = await seatOf(slow);
  expect(await renewInvitation(room.acme.admin, id)).toMatchObject({ ok: true });
  expect(await renewInvitation(room.acme.admin, id)).toEqual({ ok: false, reason: "on-its-way" });
  await room.quiet();
  expect(await room.mailbox.letters(slow)).toHaveLength(2);
});

it("a renewed invitation is another letter, and voids the first", async () => {
  const again = newAddress("renewed");
  await admit([again]);
  await room.quiet();
  await renewInvitation(room.acme.admin, (await seatOf(again)).id);
  await room.quiet();
  const letters = await room.mailbox.letters(again);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(2);
  const [live] = await room.database.sql`
    select count(*)::int as count from invitations i join seats s on s.id = i.seat_id
    where s.email_key = ${again} and i.revoked_at is null`;
  expect(live).toEqual({ count: 1 });
});

it("a letter that is being sent while its seat is taken back holds nobody up", async () => {
  const person = newAddress("crossing");
  await room.mailbox.weather({ kind: "delay", to: person, ms: 300, times: 1 });
  await admit([person]);
  const invitation = await eventually("the invitation", async () => {
    const [row] = await room.database.sql`
      select i.id, s.id as seat from invitations i join seats s on s.id = i.seat_id where s.email_key = ${person}`;
    return row ?? null;
  });
  const waiting = async (count: number) => {
    const waits = await room.database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return waits.length >= count;
  };
  let released: Promise<unknown> = Promise.resolve();
  await room.database.sql.begin(async (tx) => {
    await tx`select 1 from invitations where id = ${String(invitation.id)} for update`;
    await eventually("the letter to be noted as sent", () => waiting(1));
    released = releaseSeat(room.acme.admin, String(invitation.seat));
    await eventually("the release", () => waiting(2));
  });
  expect(await released).toMatchObject({ ok: true });
  await room.quiet();
  expect(await seatOf(person)).toMatchObject({ stage: "released" });
});

it("no job of all these ended as a bug, and no two transactions waited in a circle", () =>
  expectNoBugs(room));
