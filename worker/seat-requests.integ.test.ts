import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startMailbox, type TestMailbox } from "@/db/testing/start-mailbox";
import { postLetter } from "@/lib/letters/post-letter";
import { closeMail } from "@/lib/mail/send";
import { answerSeatRequest } from "@/lib/tenants/answer-seat-request";
import { listSeatRequests } from "@/lib/tenants/list-seat-requests";
import { readSeats } from "@/lib/tenants/read-seats";
import { requestSeats } from "@/lib/tenants/request-seats";

const staff = {
  scope: mintPlatformScope({ kind: "staff", userId: randomUUID(), name: "sam@analystick.example" }),
  userId: "",
  mailbox: "",
};
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
  acme = await plantTenant(database.sql, 10);
});

const wish = { seats: 15, reason: "A new team in Lyon" };

/** Asks, and answers the request's id as the staff find it. */
async function ask(): Promise<string> {
  expect(await requestSeats(acme.admin, wish)).toEqual({ ok: true, seats: 15 });
  const { requests } = await listSeatRequests(staff);
  const request = requests.find(({ slug }) => slug === acme.slug);
  expect(request).toMatchObject({
    ...wish,
    askedBy: "Ada Admin",
    tenantName: "Acme",
    counts: { purchased: 10 },
  });
  return request?.id ?? "";
}

async function post(): Promise<void> {
  const open = await database.sql`select id from letters where tenant_id = ${acme.id} and sent_at is null`;
  for (const { id } of open) await postLetter(staff.scope, { letterId: String(id) });
}

const trail = async () =>
  (await database.sql`select verb, facts from audit where tenant_id = ${acme.id} order by id`).map(
    (row) => row,
  );

it("an approved request sells the seats at once, and tells the admin by letter and on the page", async () => {
  const id = await ask();
  expect(await readSeats(acme.admin)).toMatchObject({ open: { seats: 15 }, answered: [] });
  const answer = { decision: "approve", word: "Enjoy Lyon" };
  expect(await answerSeatRequest(staff, id, answer)).toEqual({ ok: true, before: 10, after: 25 });
  expect(await readSeats(acme.admin)).toMatchObject({
    counts: { purchased: 25 },
    open: null,
    answered: [{ state: "approved", answer: "Enjoy Lyon", askedBy: "Ada Admin" }],
  });
  await post();
  const letters = await mailbox.letters(acme.admin.mailbox);
  expect(letters).toMatchObject([{ subject: "Acme has 15 more seats" }]);
  expect(await trail()).toEqual([
    { verb: "seats.requested", facts: wish },
    { verb: "seats.approved", facts: { seats: 15, before: 10, after: 25, word: "Enjoy Lyon" } },
    { verb: "letter.sent", facts: { kind: "seats-answered", purchased: 25, serverSaid: expect.any(String) } },
  ]);
});

it("a declined request needs a word, changes nothing, and tells the admin that word", async () => {
  const id = await ask();
  expect(await answerSeatRequest(staff, id, { decision: "decline", word: " " })).toEqual({
    ok: false,
    reason: "bad-word",
  });
  const word = "Please call us first";
  expect(await answerSeatRequest(staff, id, { decision: "decline", word })).toMatchObject({
    ok: true,
    after: 10,
  });
  expect(await readSeats(acme.admin)).toMatchObject({
    counts: { purchased: 10 },
    answered: [{ state: "declined", answer: word }],
  });
  await post();
  expect(await mailbox.letters(acme.admin.mailbox)).toMatchObject([
    { subject: "Your request for 15 more seats was declined", text: expect.stringContaining(word) },
  ]);
});

it("of many answers at once one counts, and the seats are sold once", async () => {
  const id = await ask();
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      answerSeatRequest(staff, id, { decision: at % 2 === 0 ? "approve" : "decline", word: "w" }),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const won = answers.find(({ ok }) => ok);
  const [tenant] = await database.sql`select seats_purchased from tenants where id = ${acme.id}`;
  expect(won).toMatchObject({ after: tenant?.seats_purchased });
  expect(await database.sql`select 1 from letters where tenant_id = ${acme.id}`).toHaveLength(1);
});

it("one request is open at a time, also when two are made at once; after the answer there may be another", async () => {
  const asked = await Promise.all([requestSeats(acme.admin, wish), requestSeats(acme.admin, wish)]);
  expect(asked).toContainEqual({ ok: false, reason: "open-already" });
  expect(asked).toContainEqual({ ok: true, seats: 15 });
  const { requests } = await listSeatRequests(staff);
  const id = requests.find(({ slug }) => slug === acme.slug)?.id ?? "";
  await answerSeatRequest(staff, id, { decision: "decline", word: "no" });
  expect(await requestSeats(acme.admin, wish)).toMatchObject({ ok: true });
});

it.each([
  ["bad-number", { seats: 0, reason: "r" }],
  ["bad-number", { seats: 1.5, reason: "r" }],
  ["bad-number", { seats: 100_001, reason: "r" }],
  ["bad-number", { seats: "15", reason: "r" }],
  ["bad-reason", { seats: 1, reason: "  " }],
  ["bad-reason", { seats: 1, reason: "r".repeat(501) }],
  ["bad-number", null],
])("a request is refused: %s for %j", async (reason, input) => {
  expect(await requestSeats(acme.admin, input)).toMatchObject({ ok: false });
  if (input !== null) expect(await requestSeats(acme.admin, input)).toEqual({ ok: false, reason });
});

it("a viewer asks for nothing and sees no request", async () => {
  await ask();
  const viewer = { ...acme.admin, role: "viewer" as const };
  expect(await requestSeats(viewer, wish)).toEqual({ ok: false, reason: "not-allowed" });
  expect(await readSeats(viewer)).toEqual({ ok: false, reason: "not-allowed" });
});

it("approving beyond what one tenant may have is refused, and the request stays open", async () => {
  await database.sql`update tenants set seats_purchased = 999_990 where id = ${acme.id}`;
  await requestSeats(acme.admin, wish);
  const { requests } = await listSeatRequests(staff);
  const id = requests.find(({ slug }) => slug === acme.slug)?.id ?? "";
  const answer = { decision: "approve", word: "" };
  expect(await answerSeatRequest(staff, id, answer)).toEqual({ ok: false, reason: "too-many" });
  expect(await readSeats(acme.admin)).toMatchObject({ open: { id } });
});
