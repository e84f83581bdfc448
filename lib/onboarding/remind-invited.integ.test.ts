import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { ageInvitation, type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import { invitationToken } from "@/lib/access/invitation-token";
import { postLetter } from "@/lib/letters/post-letter";
import { closeMail } from "@/lib/mail/send";
import { remindInvited } from "./remind-invited";

const scope = mintPlatformScope({ kind: "job", name: "remind-invited" });
const database = openPortal();
let mailbox: TestMailbox;
let acme: PlantedTenant;

beforeAll(async () => {
  mailbox = await startMailbox();
  becomePortal(database.urls, { smtp: mailbox.smtp });
});
afterAll(async () => {
  await closeMail();
  await mailbox.stop();
});
beforeEach(async () => {
  acme = await plantTenant(database.sql, 1_000);
});

/** What the worker does when it looks at the calendar: two workers write reminders, and each wish is worked off. */
async function remind(): Promise<void> {
  await Promise.all([remindInvited(scope), remindInvited(scope)]);
  await postAll();
}

async function postAll(): Promise<void> {
  const open = await database.sql`
    select id from letters where tenant_id = ${acme.id} and coalesce(sent_at, refused_at, dropped_at) is null`;
  for (const { id } of open) expect(await postLetter(scope, { letterId: String(id) })).toEqual({ ok: true });
}

const lettersTo = ({ email }: PlantedGuest) => mailbox.letters(email);

async function daysOf({ seatId }: PlantedGuest): Promise<unknown[]> {
  const rows = await database.sql`
    select facts->'day' as day from audit where subject = ${seatId} and verb = 'letter.sent' order by id`;
  return rows.map(({ day }) => day);
}

it("reminds on day 3 and on day 5, each once, with the first letter's link and a Message-ID of its own", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 2 });
  const countOn = async (daysLater: number) => {
    await ageInvitation(database.sql, guest.invitationId, daysLater);
    await remind();
    await remind();
    return (await lettersTo(guest)).length;
  };
  expect([await countOn(0), await countOn(1), await countOn(1), await countOn(1)]).toEqual([0, 1, 1, 2]);
  expect(await daysOf(guest)).toEqual([3, 5]);
  const letters = await lettersTo(guest);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(2);
  for (const { subject, links } of letters) {
    expect(subject).toBe("Reminder: your invitation to Acme on Analystick");
    expect(links).toContain(`http://localhost:4600/invitations/${guest.token}`);
  }
});

it("when both days went by unseen, one reminder makes up for both", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 6, days: 30 });
  await remind();
  await remind();
  expect(await daysOf(guest)).toEqual([5]);
});

it.each([
  ["day 5, when the link runs out then", 4, 0],
  ["day 5, when the link holds until an hour later", 5, 1],
])("%s: reminders sent of two", async (_what, days, second) => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 3, days });
  await database.sql`
    update invitations set expires_at = expires_at + interval '1 hour' where id = ${guest.invitationId}`;
  await remind();
  expect(await lettersTo(guest)).toHaveLength(1);
  await ageInvitation(database.sql, guest.invitationId, 2);
  await remind();
  expect(await lettersTo(guest)).toHaveLength(1 + second);
});

it.each([1, 2, 3])("a link of %i days gets none", async (days) => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 3, days });
  await remind();
  expect(await lettersTo(guest)).toEqual([]);
});

it.each([
  ["was opened", "update invitations set opened_at = now()", ""],
  ["was refused by the mail server", "update invitations set sent_at = null, refused_at = now()", ""],
  ["was voided", "update invitations set revoked_at = now()", ""],
  ["ran out", "update invitations set expires_at = now()", ""],
  ["belongs to a suspended tenant", "", "update tenants set suspended_at = now()"],
  ["belongs to a tenant that wants no reminders", "", "update tenants set reminders = false"],
])("an invitation that %s is not reminded of", async (_what, invitation, tenant) => {
  const change = async ({ invitationId }: PlantedGuest) => {
    if (invitation) await database.sql.unsafe(`${invitation} where id = '${invitationId}'`);
    if (tenant) await database.sql.unsafe(`${tenant} where id = '${acme.id}'`);
  };
  // Once before its reminder is written, and once between writing and sending.
  const early = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 4 });
  await change(early);
  await remind();
  expect(await lettersTo(early)).toEqual([]);
  expect(await database.sql`select 1 from letters where seat_id = ${early.seatId}`).toHaveLength(0);
  await database.sql`update tenants set suspended_at = null, reminders = true where id = ${acme.id}`;
  const late = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 4 });
  await remindInvited(scope);
  await change(late);
  await postAll();
  expect(await lettersTo(late)).toEqual([]);
  const [letter] = await database.sql`
    select dropped_at is not null as dropped from letters where seat_id = ${late.seatId}`;
  expect(letter).toEqual({ dropped: true });
});

it("a reminder put off comes later as the same letter; one refused is written down with the server's words", async () => {
  const [late, wrong] = [
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 3 }),
    await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 3 }),
  ];
  await mailbox.weather({ kind: "defer", to: late.email, times: 1 });
  await mailbox.weather({ kind: "refuse", to: wrong.email, times: 1 });
  await remindInvited(scope);
  const rows = await database.sql<{ id: string; seat_id: string }[]>`
    select id, seat_id from letters where tenant_id = ${acme.id}`;
  const letterTo = (guest: PlantedGuest) =>
    String(rows.find(({ seat_id }) => seat_id === guest.seatId)?.id ?? "");
  expect(await postLetter(scope, { letterId: letterTo(late) })).toMatchObject({ ok: false, retry: true });
  expect(await postLetter(scope, { letterId: letterTo(late) })).toEqual({ ok: true });
  expect(await lettersTo(late)).toHaveLength(1);
  expect(await postLetter(scope, { letterId: letterTo(wrong) })).toEqual({ ok: true });
  expect(await postLetter(scope, { letterId: letterTo(wrong) })).toEqual({ ok: true });
  const [trail] = await database.sql`select verb, facts from audit where subject = ${wrong.seatId}`;
  expect(trail).toMatchObject({
    verb: "letter.refused",
    facts: { kind: "reminder", serverSaid: expect.stringMatching(/^550/) },
  });
  expect(await lettersTo(wrong)).toEqual([]);
});

it("a reminder whose receipt was lost comes again under the same Message-ID", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 3 });
  await mailbox.weather({ kind: "drop-after-accept", to: guest.email, times: 1 });
  await remindInvited(scope);
  const [letter] = await database.sql`select id from letters where seat_id = ${guest.seatId}`;
  const post = () => postLetter(scope, { letterId: String(letter?.id) });
  expect(await post()).toMatchObject({ retry: true });
  expect(await post()).toEqual({ ok: true });
  const letters = await lettersTo(guest);
  expect(letters).toHaveLength(2);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(1);
});
