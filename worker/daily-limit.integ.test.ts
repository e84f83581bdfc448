import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { writeLetters } from "@/db/letters";
import { takeMailSlot } from "@/db/mail-slots";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import { invitationToken } from "@/lib/access/invitation-token";
import { HOUR_MS } from "@/lib/base/clock";
import { handOver } from "@/lib/letters/hand-over";
import { postLetter } from "@/lib/letters/post-letter";
import { WAITS_ITS_TURN } from "@/lib/letters/waiting-words";
import { closeMail } from "@/lib/mail/send";
import { invite } from "@/lib/onboarding/invite";

const scope = mintPlatformScope({ kind: "job", name: "invite" });
const database = openPortal();
let mailbox: TestMailbox;

beforeAll(async () => {
  mailbox = await startMailbox();
  becomePortal(database.urls, { smtp: mailbox.smtp });
  acme = await plantTenant(database.sql, 100);
  globex = await plantTenant(database.sql, 100, "Globex");
});
afterAll(async () => {
  await closeMail();
  await mailbox.stop();
});

let acme: PlantedTenant;
let globex: PlantedTenant;
type Mailbox = { userId: string; email: string };

async function plantMailbox(): Promise<Mailbox> {
  const [userId, email] = [randomUUID(), `${randomUUID()}@acme.example`];
  await database.sql`insert into users (id, mailbox) values (${userId}, ${email})`;
  return { userId, email };
}

type Hand = { from?: string; letterId?: string; isNotice?: boolean };

/** Hands over a letter: from Acme, a new one and an invitation, unless said otherwise. */
function hand(
  { userId, email }: Mailbox,
  { from = acme.id, letterId = randomUUID(), isNotice = false }: Hand = {},
) {
  const letter = { subject: "s", html: "<p>h</p>", text: "t" };
  return handOver(
    scope,
    { letterId, tenantId: from, userId, isNotice },
    { to: email, toName: "", letter, messageId: `<${letterId}@x.example>` },
  );
}

/** Hands over so many letters, one after the other, and answers how many went. */
async function handMany(count: number, to: Mailbox, how: Hand = {}): Promise<number> {
  let went = 0;
  for (let at = 0; at < count; at += 1) if ((await hand(to, how)).ok) went += 1;
  return went;
}

const waits = { ok: false, retry: true, said: expect.stringMatching(/^Waiting to be sent\. /) };

it("five letters a day go from a tenant to one address; a sixth waits and goes when the first is a day old", async () => {
  const user = await plantMailbox();
  const sixth = { letterId: randomUUID() };
  expect(await handMany(5, user)).toBe(5);
  expect(await hand(user, sixth)).toMatchObject({ ...waits, retryAfterMs: HOUR_MS });
  expect(await mailbox.letters(user.email)).toHaveLength(5);
  await database.sql`
    update mail_slots set taken_at = taken_at - interval '23 hours 59 minutes' where user_id = ${user.userId}`;
  const last = await hand(user, sixth);
  expect(last).toMatchObject(waits);
  expect(!last.ok && last.retry ? last.retryAfterMs : 0).toBeLessThanOrEqual(60_000);
  await database.sql`
    update mail_slots set taken_at = taken_at - interval '1 minute' where user_id = ${user.userId}`;
  expect(await hand(user, sixth)).toMatchObject({ ok: true });
  expect(await hand(await plantMailbox())).toMatchObject({ ok: true });
});

it("one tenant uses up no other's letters, and is told the same words whoever filled the day", async () => {
  const user = await plantMailbox();
  expect(await handMany(6, user, { from: globex.id })).toBe(5);
  expect(await handMany(6, user)).toBe(5);
  const own = await hand(user);
  const third = await plantTenant(database.sql, 10, "Initech");
  expect(await handMany(5, user, { from: third.id })).toBe(5);
  // Fifteen went there today: the first letter of a fourth waits, as a guard of the mailbox.
  const fourth = await plantTenant(database.sql, 10, "Hooli");
  const others = await hand(user, { from: fourth.id });
  expect(others).toEqual(own);
  expect(JSON.stringify(others)).not.toMatch(/limit|address|\d+ letters/);
  expect(await mailbox.letters(user.email)).toHaveLength(15);
});

it("notices take no place of an invitation, nor the other way round", async () => {
  const user = await plantMailbox();
  expect(await handMany(6, user, { isNotice: true })).toBe(5);
  expect(await handMany(6, user)).toBe(5);
  const other = await plantMailbox();
  expect(await handMany(6, other)).toBe(5);
  expect(await hand(other, { isNotice: true })).toMatchObject({ ok: true });
});

it("the same letter again takes no second place", async () => {
  const user = await plantMailbox();
  const same = { letterId: randomUUID() };
  expect(await handMany(8, user, same)).toBe(8);
  expect(await handMany(5, user)).toBe(4);
  expect(await hand(user, same)).toMatchObject({ ok: true });
});

it("of thirty letters at once, five get a place; of sixty from many tenants, fifteen", async () => {
  const takeAtOnce = async (count: number, tenantOf: (at: number) => string) => {
    const { userId } = await plantMailbox();
    const slots = Array.from({ length: count }, (_, at) => {
      return { userId, tenantId: tenantOf(at), letterId: randomUUID(), isNotice: false };
    });
    const waited = await Promise.all(slots.map((slot) => inPlatform(scope, (tx) => takeMailSlot(tx, slot))));
    return waited.filter((wait) => wait === 0).length;
  };
  expect(await takeAtOnce(30, () => acme.id)).toBe(5);
  expect(await takeAtOnce(60, () => randomUUID())).toBe(15);
});

it("an invitation that has to wait says so to its admin, and is neither lost nor sent twice", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { stage: "imported" });
  await database.sql`update invitations set sent_at = null where id = ${guest.invitationId}`;
  const job = { tenantId: acme.id, invitationId: guest.invitationId };
  expect(await handMany(5, guest, { from: globex.id })).toBe(5);
  expect(await handMany(5, guest)).toBe(5);
  expect(await invite(scope, job, 0)).toMatchObject({ ok: false, retry: true });
  const [waiting] = await database.sql`
    select sent_at, server_said from invitations where id = ${guest.invitationId}`;
  expect(waiting).toEqual({ sent_at: null, server_said: WAITS_ITS_TURN });
  await database.sql`update mail_slots set taken_at = taken_at - interval '1 day' where user_id = ${guest.userId}`;
  expect([await invite(scope, job, 0), await invite(scope, job, 0)]).toEqual([{ ok: true }, { ok: true }]);
  const letters = await mailbox.letters(guest.email);
  expect(letters.filter(({ messageId }) => messageId.includes(guest.invitationId))).toHaveLength(1);
});

it("an admin who was sent five letters of a walk today still gets five notices, and a sixth waits", async () => {
  const { seatId, userId, mailbox: email } = globex.admin;
  const draft = { tenantId: globex.id, seatId, kind: "letter-asked" as const, aboutId: null, facts: {} };
  const post = async () => {
    await inPlatform(scope, (tx) => writeLetters(tx, [draft]));
    const [letter] = await database.sql`
      select id from letters where seat_id = ${seatId} order by created_at desc limit 1`;
    return postLetter(scope, { letterId: String(letter?.id) });
  };
  expect(await handMany(5, { userId, email }, { from: globex.id })).toBe(5);
  for (let count = 0; count < 5; count += 1) expect(await post()).toEqual({ ok: true });
  expect(await post()).toMatchObject({ ok: false, retry: true });
});

it("an invitation whose turn did not come in time says what to do, and nothing of a mail server", async () => {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { stage: "imported" });
  await database.sql`
    update invitations set sent_at = null, server_said = ${WAITS_ITS_TURN}, expires_at = now()
    where id = ${guest.invitationId}`;
  await invite(scope, { tenantId: acme.id, invitationId: guest.invitationId }, 0);
  const [refused] = await database.sql`
    select facts from audit where subject = ${guest.seatId} and verb = 'invitation.refused'`;
  expect(refused).toEqual({ facts: { serverSaid: "Not sent in time. Send a new letter." } });
});
