import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { ageInvitation, type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { type PlantedTenant, plantAdmin, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import { enterToAsk } from "@/lib/access/enter-to-ask";
import { invitationToken } from "@/lib/access/invitation-token";
import { postLetter } from "@/lib/letters/post-letter";
import { closeMail } from "@/lib/mail/send";
import { askForLetter } from "./ask-for-letter";
import { expireInvitations } from "./expire-invitations";
import { listAsked } from "./list-asked";
import { settleAsks } from "./settle-asks";

const scope = mintPlatformScope({ kind: "job", name: "settle-asks" });
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
  acme = await plantTenant(database.sql, 100);
});

const ask = (token: string) => askForLetter(enterToAsk(token));

/** What two workers do with the asks that wait, and the letters that they write. */
async function settle(): Promise<void> {
  await Promise.all([settleAsks(scope), settleAsks(scope)]);
  const due = await database.sql`
    select l.id from letters l join graphile_worker._private_jobs j on j.key = 'send-letter:' || l.id
    where l.tenant_id = ${acme.id} and l.sent_at is null and j.run_at <= now()`;
  for (const { id } of due) expect(await postLetter(scope, { letterId: String(id) })).toEqual({ ok: true });
}

async function expired(): Promise<PlantedGuest> {
  const guest = await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8 });
  await expireInvitations(scope);
  return guest;
}

const asked = async () => (await listAsked(acme.admin)).people.map(({ seatId }) => seatId);

it("the admins are told by letter and on their page, once a day for each invitation", async () => {
  const second = await plantAdmin(database.sql, { id: acme.id, slug: acme.slug, name: "Acme" });
  const guest = await expired();
  for (let times = 0; times < 3; times += 1) await ask(guest.token);
  await settle();
  await ask(guest.token);
  await settle();
  expect(await listAsked(acme.admin)).toMatchObject({
    count: 1,
    people: [{ seatId: guest.seatId, email: guest.email, name: "Gus Guest" }],
  });
  for (const admin of [acme.admin, second]) {
    const letters = await mailbox.letters(admin.mailbox);
    expect(letters.map(({ subject }) => subject)).toEqual(["Somebody asks for a new invitation to Acme"]);
    expect(letters[0]?.links).toContain(`http://localhost:4600/t/${acme.slug}/people`);
  }
  const trail = () =>
    database.sql`select 1 from audit where subject = ${guest.seatId} and verb = 'invitation.asked'`;
  expect(await trail()).toHaveLength(1);
  await ageInvitation(database.sql, guest.invitationId, 1);
  await ask(guest.token);
  await settle();
  expect(await trail()).toHaveLength(2);
});

it("others who ask on the same day are on the page at once, and in one more letter a day later", async () => {
  const [first, second, third] = [await expired(), await expired(), await expired()];
  await ask(first.token);
  await settle();
  for (const { token } of [second, third]) await ask(token);
  await settle();
  expect((await asked()).sort()).toEqual([first.seatId, second.seatId, third.seatId].sort());
  expect(await mailbox.letters(acme.admin.mailbox)).toHaveLength(1);
  const waiting = await database.sql`
    select round(extract(epoch from j.run_at - now()) / 3600)::int as hours
    from letters l join graphile_worker._private_jobs j on j.key = 'send-letter:' || l.id
    where l.tenant_id = ${acme.id} and l.sent_at is null`;
  expect([...waiting]).toEqual([{ hours: 24 }]);
});

it.each([
  ["a link that still holds", async () => plantInvited(database.sql, acme.id, invitationToken)],
  [
    "somebody who is in",
    async () => plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 9, stage: "active" }),
  ],
  [
    "an invitation taken back",
    async () => {
      const guest = await expired();
      await database.sql`update seats set release_reason = 'revoked' where id = ${guest.seatId}`;
      return guest;
    },
  ],
  [
    "somebody who holds another seat by now",
    async () => {
      const guest = await expired();
      await database.sql`
        insert into seats (tenant_id, email, email_key, name, name_key, role)
        values (${acme.id}, ${guest.email}, ${guest.email}, '', '', 'viewer')`;
      await database.sql`update tenants set seats_held = seats_held + 1 where id = ${acme.id}`;
      return guest;
    },
  ],
  [
    "a suspended tenant",
    async () => {
      const guest = await expired();
      await database.sql`update tenants set suspended_at = now() where id = ${acme.id}`;
      return guest;
    },
  ],
])("%s asks for nothing", async (_what, plant) => {
  await ask((await plant()).token);
  await settle();
  expect(await asked()).toEqual([]);
  expect(await mailbox.letters(acme.admin.mailbox)).toEqual([]);
  expect(await database.sql`select 1 from letter_asks`).toHaveLength(0);
});

it("who has a seat again is on the list no more; the old link asks for nothing", async () => {
  const guest = await expired();
  await ask(guest.token);
  await settle();
  expect(await asked()).toEqual([guest.seatId]);
  await database.sql`
    update seats set stage = 'reserved', released_at = null, release_reason = null where id = ${guest.seatId}`;
  expect(await asked()).toEqual([]);
  await ageInvitation(database.sql, guest.invitationId, 2);
  await ask(guest.token);
  await settle();
  expect(await asked()).toEqual([]);
});

it("one tenant never sees who asked at another", async () => {
  const globex = await plantTenant(database.sql, 10, "Globex");
  await ask((await expired()).token);
  await settle();
  expect(await listAsked(globex.admin)).toEqual({ people: [], count: 0 });
});

it("a flood of made-up tokens fills a thousand rows and no more, and is forgotten", async () => {
  await Promise.all(Array.from({ length: 1_200 }, () => ask(randomBytes(32).toString("base64url"))));
  const [waiting] = await database.sql`select count(*)::int as count from letter_asks`;
  expect(waiting?.count).toBeLessThanOrEqual(1_010);
  await settle();
  expect(await database.sql`select 1 from letter_asks`).toHaveLength(0);
});

it("asking takes the same time for known and unknown tokens", async () => {
  const guests: PlantedGuest[] = [];
  for (let count = 0; count < 150; count += 1)
    guests.push(await plantInvited(database.sql, acme.id, invitationToken, { daysAgo: 8 }));
  await expireInvitations(scope);
  const times: Record<"known" | "unknown" | "again", number[]> = { known: [], unknown: [], again: [] };
  const measure = async (kind: keyof typeof times, token: string) => {
    const start = performance.now();
    await ask(token);
    times[kind].push(performance.now() - start);
  };
  for (const { token } of guests) {
    // In turns, so that whatever else the machine does falls on all alike.
    await measure("known", token);
    await measure("unknown", randomBytes(32).toString("base64url"));
    await measure("again", randomBytes(32).toString("base64url"));
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const [known, unknown, again] = [median(times.known), median(times.unknown), median(times.again)];
  // Two runs with unknown tokens differ by as much as the machine's own noise.
  const noise = Math.max(Math.abs(unknown - again) * 3, unknown * 0.15);
  expect(Math.abs(known - unknown), `known ${known} ms, unknown ${unknown} ms`).toBeLessThan(noise);
});
