import { randomBytes } from "node:crypto";
import { request } from "@playwright/test";
import type postgres from "postgres";
import { invitationLink, lettersTo } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { InvitationPages } from "./pages/invitation-pages";
import { PeoplePage } from "./pages/people-page";

/** Moves the clock for somebody's letter: it was sent so many days earlier. */
async function age(sql: postgres.Sql, email: string, days: number): Promise<void> {
  await sql`
    update invitations set sent_at = sent_at - make_interval(days => ${days}),
      expires_at = expires_at - make_interval(days => ${days})
    where revoked_at is null and seat_id in (select id from seats where email = ${email})`;
}

/** Waits for the worker to look at its calendar. */
async function expectExpired(sql: postgres.Sql, email: string): Promise<void> {
  const reasonOf = async () =>
    (await sql`select release_reason as reason from seats where email = ${email}`)[0]?.reason;
  await expect.poll(reasonOf, { timeout: 45_000 }).toBe("expired");
}

test("an invitation that ran out frees its seat; who asks gets a new letter when the admin sends one", async ({
  faults,
  open,
  office,
  sql,
}) => {
  test.setTimeout(120_000);
  // The guest's browser runs no scripts.
  faults.expect(/\.js csp$/);
  const firm = await office.found("Initech", 5);
  const person = newPerson("Late Larry", firm);
  await office.invite(firm, [person]);
  const old = await invitationLink(person.email);
  await age(sql, person.email, 8);
  await expectExpired(sql, person.email);
  const admin = await open({ storageState: firm.session });
  const people = new PeoplePage(admin);
  await people.open(firm.slug);
  await people.expectSeats({ used: 1, reserved: 0, free: 4, purchased: 5 });

  const guest = await open({ javaScriptEnabled: false });
  await guest.goto(old);
  await expect(guest.getByRole("heading", { name: "This invitation has expired" })).toBeVisible();
  await guest.getByRole("button", { name: "Ask for a new one" }).click();
  await expect(guest).toHaveURL("/invitations/asked");
  await expect(guest.getByRole("heading", { name: "We have passed it on" })).toBeVisible();

  const subjects = async () => (await lettersTo(firm.admin.email)).map(({ subject }) => subject);
  await expect.poll(subjects).toContain(`Somebody asks for a new invitation to ${firm.name}`);
  await people.open(firm.slug);
  await expect(admin.getByText("1 person asked for a new letter")).toBeVisible();
  await admin.getByRole("button", { name: "Send a new letter to Late Larry" }).click();
  await expect(
    admin.getByText(`${person.email} has a seat again, and a letter is on its way`).first(),
  ).toBeVisible();
  await expect(admin.getByText("1 person asked for a new letter")).toBeHidden();
  await people.expectSeats({ used: 1, reserved: 1, free: 3, purchased: 5 });

  const renewed = await invitationLink(person.email, 2);
  await guest.goto(old);
  await expect(guest.getByRole("heading", { name: "This link was replaced" })).toBeVisible();
  await new InvitationPages(await open()).walkIn(person, renewed);
});

test("whoever asks for a new letter gets the same answer, whatever the token is", async ({ office }) => {
  const firm = await office.found("Initech", 4);
  const person = newPerson("Asking Ann", firm);
  await office.invite(firm, [person]);
  const known = await invitationLink(person.email);
  const made_up = `${services.app}/invitations/${randomBytes(32).toString("base64url")}`;
  const visitor = await request.newContext({ extraHTTPHeaders: { "sec-fetch-site": "same-origin" } });
  const answers = [];
  for (const link of [known, made_up, `${services.app}/invitations/x`]) {
    const answer = await visitor.post(`${link}/ask`, { maxRedirects: 0 });
    const headers = answer.headers();
    // What differs from answer to answer whoever asks: the time, the request's id (in two places), the policy's nonce.
    for (const name of ["date", "x-request-id", "server-timing", "content-security-policy"])
      delete headers[name];
    answers.push({ status: answer.status(), headers, body: await answer.text() });
  }
  expect(answers[0]).toMatchObject({
    status: 303,
    headers: { location: `${services.app}/invitations/asked` },
  });
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  const withoutCookie = await visitor.post(`${services.app}/continue/ask`, { maxRedirects: 0 });
  expect(withoutCookie.headers().location).toBe(`${services.app}/invitations/asked`);
  const foreign = await visitor.post(`${known}/ask`, { headers: { "sec-fetch-site": "cross-site" } });
  expect(foreign.status()).toBe(403);
  expect((await visitor.get(`${known}/ask`, { maxRedirects: 0 })).status()).toBe(405);
  await visitor.dispose();
});

test("an admin decides how long invitations hold, and whether people are reminded", async ({
  open,
  office,
  sql,
}) => {
  test.setTimeout(120_000);
  const firm = await office.found("Initech", 6);
  const page = await open({ storageState: firm.session });
  const save = async (days: string, reminders: boolean) => {
    await page.goto(`/t/${firm.slug}/settings`);
    await page.getByLabel("Days an invitation holds").fill(days);
    await page.getByLabel("Send reminders").setChecked(reminders);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await save("31", true);
  await expect(page.getByText("Give a whole number of days from 1 to 30.")).toBeVisible();
  await save("14", true);
  await expect(page.getByText("Settings saved").first()).toBeVisible();
  const [reminded, later] = [newPerson("Reminded Rita", firm), newPerson("Later Lou", firm)];
  await office.invite(firm, [reminded, later]);
  await age(sql, reminded.email, 3);
  const subject = `Reminder: your invitation to ${firm.name} on Analystick`;
  const subjectsTo = async (email: string) => (await lettersTo(email)).map((letter) => letter.subject);
  await expect.poll(() => subjectsTo(reminded.email), { timeout: 45_000 }).toContain(subject);
  expect(await invitationLink(reminded.email, 2)).toBe(await invitationLink(reminded.email));
  const [{ days } = { days: 0 }] = await sql<{ days: number }[]>`
    select round(extract(epoch from expires_at - now()) / 86400)::int as days
    from invitations where seat_id = (select id from seats where email = ${later.email})`;
  expect(days).toBe(14);

  await save("14", false);
  await expect(page.getByText("Settings saved").first()).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Send reminders")).not.toBeChecked();
});
