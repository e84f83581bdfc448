import { type Page, request } from "@playwright/test";
import { callsAbout, findUser } from "./fixtures/auth0";
import { snapshotTenant } from "./fixtures/database";
import { invitationLink } from "./fixtures/letters";
import type { Firm } from "./fixtures/office";
import { newPerson, type Person } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { walkIn } from "./fixtures/walk-in";
import { InvitationPages } from "./pages/invitation-pages";
import { PeoplePage } from "./pages/people-page";

const names = [
  "Scanned Sue",
  "Half Way",
  "Went Away",
  "Own Way",
  "Used Up",
  "Taken Back",
  "Sent Twice",
  "Too Late",
  "Second Desk",
  "Shut Out",
];

let initech: Firm;
let guests: Map<string, Person>;

test.beforeAll(async ({ office }) => {
  initech = await office.found("Initech", 20);
  guests = new Map(names.map((name) => [name, newPerson(name, initech)]));
  await office.invite(initech, [...guests.values()]);
});

function guest(name: (typeof names)[number]): Person {
  const person = guests.get(name);
  if (!person) throw new Error(`${name} was not invited`);
  return person;
}

test("a hundred visits of mail scanners cost nothing, change nothing, and the person still gets in", async ({
  open,
  sql,
}) => {
  const person = guest("Scanned Sue");
  const link = await invitationLink(person.email);
  const before = await snapshotTenant(sql, initech.slug);
  const { user_id } = (await findUser(person.email)) ?? { user_id: "" };
  const calls = await callsAbout(user_id);
  const scanner = await request.newContext();
  for (let visit = 0; visit < 100; visit += 10) {
    const pair = () => [scanner.get(link), scanner.head(link)];
    const answers = await Promise.all(Array.from({ length: 10 }, pair).flat());
    for (const answer of answers) {
      expect(answer.status()).toBe(200);
      expect(answer.headers()["referrer-policy"]).toBe("no-referrer");
      expect(answer.headers()["set-cookie"]).toBeUndefined();
    }
  }
  expect((await scanner.get(`${link}/step`)).status()).toBe(405);
  expect(await callsAbout(user_id)).toEqual(calls);
  expect(await snapshotTenant(sql, initech.slug)).toBe(before);
  await scanner.dispose();
  await new InvitationPages(await open()).walkIn(person, link);
});

test("after verification only, the link leads on to the password, here and on another device", async ({
  open,
}) => {
  const person = guest("Half Way");
  const link = await invitationLink(person.email);
  const herePage = await open();
  const here = new InvitationPages(herePage);
  await here.confirmAddress(link);

  const elsewherePage = await open();
  const elsewhere = new InvitationPages(elsewherePage);
  await elsewherePage.goto(link);
  await expect(elsewhere.title).toHaveText(`Join ${initech.name}`);
  await expectNoClaim(elsewherePage);
  await elsewhere.button("Continue").click();
  await expect(elsewherePage.getByRole("heading", { name: "Change Your Password" })).toBeVisible();
  await elsewhere.hosted.typePassword(person.password);
  await elsewhere.hosted.resetPassword.click();
  await elsewhere.hosted.returnFrom("Password Changed!");

  // Back on the first device: its button is one step behind, and leads to where the person is by now.
  await here.button("Choose my password").click();
  await expect(here.hosted.address).toHaveValue(person.email);
  // Opened anew where the button was pressed before, the letter knows as much as the way back from Auth0.
  await herePage.goto(link);
  await expect(here.title).toHaveText("Sign in");
  await expect(step(herePage, "Choose a password")).toContainText("Done");
  await here.button("Sign in").click();
  await here.hosted.signInAs(person);
  await expect(here.title).toHaveText("Welcome, Half");
});

test("a letter opened again midway claims no step as the next one where it does not know", async ({
  open,
}) => {
  const person = guest("Went Away");
  const link = await invitationLink(person.email);
  const page = await open();
  const letter = new InvitationPages(page);
  await page.goto(link);
  await expectNoClaim(page);
  await letter.button("Continue").click();
  await letter.hosted.verified();
  // "Back to Analystick" is not pressed.
  await page.goto(link);
  await expect(letter.title).toHaveText("Choose a password");
  await expect(step(page, "Confirm your address")).toContainText("Done");
  await expect(page.getByRole("listitem").and(page.locator("[aria-current=step]"))).toContainText(
    "Choose a password",
  );
  const elsewhere = await open();
  await elsewhere.goto(link);
  await expectNoClaim(elsewhere);
});

test("whoever chose the password and opens their organisation's page instead of the letter gets in", async ({
  open,
}) => {
  const person = guest("Own Way");
  const page = await open();
  const letter = new InvitationPages(page);
  await letter.confirmAddress(await invitationLink(person.email));
  await letter.button("Choose my password").click();
  await letter.hosted.choosePassword(person.password);
  const fresh = await open();
  await fresh.goto(`/t/${initech.slug}/analytics`);
  await new InvitationPages(fresh).hosted.signIn(person.email, person.password);
  await expect(fresh.getByRole("heading", { name: "Welcome, Own" })).toBeVisible();
});

test("without the cookie, coming back from Auth0 says how to go on", async ({ open }) => {
  const page = await open();
  await page.goto(`/continue?iss=${encodeURIComponent(`${services.auth0}/`)}&success=true&message=forged`);
  await expect(page).toHaveURL("/continue");
  await expect(page.getByRole("heading", { name: "Go on where you were" })).toBeVisible();
  await expect(page.getByText("open your letter again")).toBeVisible();
  await page.getByRole("link", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
});

test("after use, the link leads in", async ({ open }) => {
  const person = guest("Used Up");
  const link = await invitationLink(person.email);
  const session = await walkIn(person);
  const page = await open();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "You are in already" })).toBeVisible();
  await new InvitationPages(page).button("Sign in").click();
  await new InvitationPages(page).hosted.signInAs(person);
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);

  const signedIn = await open({ storageState: session });
  await signedIn.goto(link);
  await signedIn.getByRole("link", { name: `Open ${initech.name}` }).click();
  await expect(signedIn).toHaveURL(`/t/${initech.slug}/analytics`);
});

test("while somebody else is signed in, a used link says so and leaves the choice of the account", async ({
  open,
  office,
}) => {
  const person = await office.seat(initech, "Wilma Walker");
  const globex = await office.found("Globex", 2);
  const link = await invitationLink(person.email);
  const page = await open({ storageState: globex.session });
  await page.goto(link);
  await expect(page.getByText(`You are signed in as ${globex.admin.email}.`)).toBeVisible();
  await page.getByRole("link", { name: "Go to my own place" }).click();
  await expect(page).toHaveURL(`/t/${globex.slug}/people`);
  await page.goto(link);
  await new InvitationPages(page).button("Sign in").click();
  await new InvitationPages(page).hosted.signInAs(person);
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await expect(page.getByRole("button", { name: `Account of ${person.name}` })).toBeVisible();
});

test("after revocation, the link says whom to ask, and its button is gone", async ({ open }) => {
  const person = guest("Taken Back");
  const link = await invitationLink(person.email);
  const page = await open();
  await page.goto(link);
  const people = new PeoplePage(await open({ storageState: initech.session }));
  await people.open(initech.slug);
  await people.revoke(person.name);
  // The button of the page that was open all the while does nothing any more.
  await new InvitationPages(page).button("Continue").click();
  await expect(page.getByRole("heading", { name: "This invitation is no longer valid" })).toBeVisible();
  await expect(page.getByText(`ask whoever manages ${initech.name}'s seats`)).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole("button")).toHaveCount(0);
});

test("after a resend, the old link says so and the new one works", async ({ open }) => {
  const person = guest("Sent Twice");
  const old = await invitationLink(person.email);
  const people = new PeoplePage(await open({ storageState: initech.session }));
  await people.open(initech.slug);
  await people.resend(person.name);
  const page = await open();
  await page.goto(old);
  await expect(page.getByRole("heading", { name: "This link was replaced" })).toBeVisible();
  const renewed = await invitationLink(person.email, 2);
  expect(renewed).not.toBe(old);
  await new InvitationPages(page).walkIn(person, renewed);
});

test("after its time, the link says so and offers to ask for a new one", async ({ open, sql }) => {
  const person = guest("Too Late");
  const link = await invitationLink(person.email);
  await sql`
    update invitations set expires_at = now() - interval '1 minute'
    where seat_id = (select id from seats where email = ${person.email})`;
  const page = await open();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This invitation has expired" })).toBeVisible();
  await expect(page.getByText(`whoever manages ${initech.name}'s seats`)).toBeVisible();
  await expect(page.getByRole("button")).toHaveText(["Ask for a new one"]);
});

test("a cut or unknown link says what to do", async ({ open }) => {
  const link = await invitationLink(guest("Shut Out").email);
  const page = await open();
  for (const broken of [link.slice(0, -1), `${link}x`, `${services.app}/invitations/${"A".repeat(43)}`]) {
    await page.goto(broken);
    await expect(page.getByRole("heading", { name: "We don't know this link" })).toBeVisible();
    await expect(page.getByText("open your letter again")).toBeVisible();
  }
});

test("while somebody else is signed in, the link says so and signs the right person in", async ({ open }) => {
  const person = guest("Second Desk");
  const link = await invitationLink(person.email);
  const page = await open({ storageState: initech.session });
  await page.goto(link);
  await expect(page.getByText(`You are signed in as ${initech.admin.email}.`)).toBeVisible();
  await new InvitationPages(page).walkIn(person, link);
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await expect(page.getByRole("heading", { name: "Welcome, Second" })).toBeVisible();
});

function step(page: Page, title: string) {
  return page.getByRole("list", { name: "Steps to get in" }).getByRole("listitem").filter({ hasText: title });
}

/** The page lists the steps and says of none that it is next, or done. */
async function expectNoClaim(page: Page): Promise<void> {
  const steps = page.getByRole("list", { name: "Steps to get in" });
  await expect(steps.getByRole("listitem")).toHaveCount(3);
  await expect(steps).not.toContainText(/Now|Done|To do/);
  await expect(page.locator("[aria-current=step]")).toHaveCount(0);
}
