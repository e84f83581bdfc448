import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { inPlatform } from "@/db/in-platform";
import { takeMailSlot } from "@/db/mail-slots";
import { mintPlatformScope } from "@/db/mint-scope";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { plantInvited } from "@/db/testing/plant-invited";
import { plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import { invitationToken } from "@/lib/access/invitation-token";
import { HOUR_MS } from "@/lib/base/clock";
import { handOver } from "@/lib/letters/hand-over";
import { closeMail } from "@/lib/mail/send";
import { invite } from "@/lib/onboarding/invite";

const scope = mintPlatformScope({ kind: "job", name: "invite" });
let database: FreshDatabase;
let mailbox: TestMailbox;

beforeAll(async () => {
  database = await freshDatabase();
  mailbox = await startMailbox();
  becomePortal(database.urls, { smtp: mailbox.smtp });
});
afterAll(async () => {
  await Promise.all([disconnect(), closeMail()]);
  await mailbox.stop();
  await database.drop();
});

async function plantUser(): Promise<{ userId: string; email: string }> {
  const [userId, email] = [randomUUID(), `${randomUUID()}@acme.example`];
  await database.sql`insert into users (id, mailbox) values (${userId}, ${email})`;
  return { userId, email };
}

function hand({ userId, email }: { userId: string; email: string }, letterId: string = randomUUID()) {
  const letter = { subject: "s", html: "<p>h</p>", text: "t" };
  return handOver(
    scope,
    { letterId, userId },
    { to: email, toName: "", letter, messageId: `<${letterId}@x.example>` },
  );
}

it("five letters a day go to one address; a sixth waits and goes when the first is a day old", async () => {
  const user = await plantUser();
  const sixth = randomUUID();
  for (let count = 0; count < 5; count += 1) expect(await hand(user)).toMatchObject({ ok: true });
  const wait = { ok: false, retry: true, said: expect.stringMatching(/^Waiting: daily limit/) };
  expect(await hand(user, sixth)).toMatchObject({ ...wait, retryAfterMs: HOUR_MS });
  expect(await mailbox.letters(user.email)).toHaveLength(5);
  await database.sql`
    update mail_slots set taken_at = taken_at - interval '23 hours 59 minutes' where user_id = ${user.userId}`;
  const last = await hand(user, sixth);
  expect(last).toMatchObject(wait);
  expect(!last.ok && last.retry ? last.retryAfterMs : 0).toBeLessThanOrEqual(60_000);
  await database.sql`
    update mail_slots set taken_at = taken_at - interval '1 minute' where user_id = ${user.userId}`;
  expect(await hand(user, sixth)).toMatchObject({ ok: true });
  expect(await hand(await plantUser())).toMatchObject({ ok: true });
});

it("the same letter again takes no second place", async () => {
  const user = await plantUser();
  const letterId = randomUUID();
  for (let count = 0; count < 8; count += 1) expect(await hand(user, letterId)).toMatchObject({ ok: true });
  for (let count = 0; count < 4; count += 1) expect(await hand(user)).toMatchObject({ ok: true });
  expect(await hand(user)).toMatchObject({ ok: false, retry: true });
  expect(await hand(user, letterId)).toMatchObject({ ok: true });
});

it("of thirty letters at once, five get a place", async () => {
  const { userId } = await plantUser();
  const waits = await Promise.all(
    Array.from({ length: 30 }, () =>
      inPlatform(scope, (tx) => takeMailSlot(tx, { userId, letterId: randomUUID() })),
    ),
  );
  expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
});

it("an invitation that has to wait says so to its admin, and is neither lost nor sent twice", async () => {
  const acme = await plantTenant(database.sql, 100);
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { stage: "imported" });
  await database.sql`update invitations set sent_at = null where id = ${guest.invitationId}`;
  const job = { tenantId: acme.id, invitationId: guest.invitationId };
  for (let count = 0; count < 5; count += 1) await hand(guest);
  expect(await invite(scope, job, 0)).toMatchObject({ ok: false, retry: true });
  const [waiting] = await database.sql`
    select sent_at, server_said from invitations where id = ${guest.invitationId}`;
  expect(waiting).toEqual({
    sent_at: null,
    server_said: "Waiting: daily limit of 5 letters to one address",
  });
  await database.sql`update mail_slots set taken_at = taken_at - interval '1 day' where user_id = ${guest.userId}`;
  expect([await invite(scope, job, 0), await invite(scope, job, 0)]).toEqual([{ ok: true }, { ok: true }]);
  const letters = await mailbox.letters(guest.email);
  expect(letters.filter(({ messageId }) => messageId.includes(guest.invitationId))).toHaveLength(1);
});
