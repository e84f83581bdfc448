import type { Page } from "@playwright/test";
import { findUser, plantUser } from "./fixtures/auth0";
import { invitationLink } from "./fixtures/letters";
import type { Firm } from "./fixtures/office";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";
import { InvitationPages } from "./pages/invitation-pages";
import { PeoplePage } from "./pages/people-page";

let initech: Firm;

test.beforeAll(async ({ office }) => {
  initech = await office.found("Initech", 10);
});

/**
 * The seat is told to be gone. Once the session has ended the start page offers to sign in, and once Auth0 has blocked
 * the account that is refused.
 */
async function expectLedAway(tab: Page): Promise<void> {
  const words = [
    `Your seat at ${initech.name} was taken back`,
    "Welcome to Analystick",
    "You can't sign in with this account",
  ];
  await expect(tab.getByRole("heading", { name: new RegExp(words.join("|")) })).toBeVisible();
}

test("a removed person's open tab is refused at its next request, and so is Auth0's sign-in", async ({
  open,
  office,
}) => {
  const viewer = await office.seat(initech, "Removed Rita");
  const tab = await open({ storageState: viewer.session });
  await tab.goto(`/t/${initech.slug}/analytics`);
  await expect(tab.getByText("Analytics of")).toBeVisible();
  const people = new PeoplePage(await open({ storageState: initech.session }));
  await people.open(initech.slug);
  await people.remove(viewer.name);
  await expect(people.row(viewer.email)).toHaveCount(0);

  await tab.getByRole("navigation").getByRole("link", { name: "Analytics" }).click();
  await tab.reload();
  await expectLedAway(tab);
  await expect(tab.getByText("Analytics of")).toHaveCount(0);
  const answer = await tab.request.get(`/t/${initech.slug}/analytics`);
  expect(await answer.text()).not.toContain("Analytics of");

  await expect.poll(async () => (await findUser(viewer.email))?.blocked).toBe(true);
  const elsewhere = await open();
  await signIn(elsewhere, viewer.email, viewer.password);
  await expect(elsewhere.getByRole("heading", { name: "You can't sign in with this account" })).toBeVisible();
});

test("a removed person's running page is led away by a click alone", async ({ open, office }) => {
  const admin = await office.seat(initech, "Second Admin", "admin");
  const tab = await open({ storageState: admin.session });
  await tab.goto(`/t/${initech.slug}/analytics`);
  const people = new PeoplePage(await open({ storageState: initech.session }));
  await people.open(initech.slug);
  await people.remove(admin.name);
  await expect(people.row(admin.email)).toHaveCount(0);
  await tab.getByRole("navigation").getByRole("link", { name: "People" }).click();
  await expectLedAway(tab);
  await expect(tab.getByText(initech.admin.email)).toHaveCount(0);
});

test("a cookie from before signing out is refused", async ({ open, office }) => {
  const viewer = await office.seat(initech, "Leaving Leo");
  const tab = await open({ storageState: viewer.session });
  await tab.goto(`/t/${initech.slug}/analytics`);
  await tab.getByRole("button", { name: `Account of ${viewer.name}` }).click();
  await tab.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(tab.getByRole("heading", { name: "Welcome to Analystick" })).toBeVisible();

  const stolen = await open({ storageState: viewer.session });
  const answer = await stolen.request.get(`/t/${initech.slug}/analytics`, { maxRedirects: 0 });
  expect(answer.headers().location).toContain("/auth/login");
  await stolen.goto(`/t/${initech.slug}/analytics`);
  await expect(new HostedPages(stolen).password).toBeVisible();
});

for (const email_verified of [false, true])
  test(`a password planted before the invitation never opens the seat (address ${email_verified ? "" : "un"}verified)`, async ({
    faults,
    open,
    office,
  }) => {
    faults.expect(/status of 400 .*\/u\/login/);
    const victim = newPerson(email_verified ? "Vera Victim" : "Victor Victim", initech);
    const attacker = { email: victim.email, password: "Attackers-own-1" };
    await plantUser({ ...attacker, email_verified });
    const early = await open();
    await signIn(early, attacker.email, attacker.password);
    await expect(early.getByRole("heading", { name: "You don't have a seat yet" })).toBeVisible();

    await office.invite(initech, [victim]);
    const link = await invitationLink(victim.email);
    await expectShut(early);
    const between = await open();
    await signIn(between, attacker.email, attacker.password);
    await expectShut(between);
    await between.goto("/continue");
    await expect(between.getByRole("heading", { name: "Go on where you were" })).toBeVisible();

    const page = await open();
    const walk = new InvitationPages(page);
    await page.goto(link);
    await walk.button("Continue").click();
    if (!email_verified) {
      await walk.hosted.returnFrom("Email Verified");
      await walk.button("Choose my password").click();
    }
    await walk.hosted.typePassword(victim.password);
    await walk.hosted.resetPassword.click();
    await walk.hosted.returnFrom("Password Changed!");
    // Half-way, with the victim's password chosen but not used yet.
    await expectShut(early);
    await walk.button("Sign in").click();
    await walk.hosted.signInAs(victim);
    await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);

    await expectShut(early);
    await expectShut(between);
    for (const tab of [early, between, await open()]) {
      await signIn(tab, attacker.email, attacker.password);
      await expect(tab.getByText("Wrong email or password")).toBeVisible();
      await expectShut(tab);
    }
    await page.reload();
    await expect(page.getByRole("heading", { name: /^Welcome, V/ })).toBeVisible();
  });

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto("/auth/login");
  await new HostedPages(page).signIn(email, password);
}

/** Neither the tenant's pages nor the landing page let these cookies in. */
async function expectShut(page: Page): Promise<void> {
  for (const path of [`/t/${initech.slug}/analytics`, "/welcome", "/"]) {
    const answer = await page.request.get(path, { maxRedirects: 8 });
    const isInside = answer.url().startsWith(`${services.app}/t/`) && answer.status() !== 404;
    expect(isInside, path).toBe(false);
    expect(await answer.text(), path).not.toMatch(new RegExp(`Analytics of|${initech.name}`));
  }
}
