import type { Page } from "@playwright/test";
import { plantUser } from "./fixtures/auth0";
import { invitationLink } from "./fixtures/letters";
import type { Firm } from "./fixtures/office";
import { newCompany, newPerson, type Person } from "./fixtures/people";
import { services } from "./fixtures/services";
import type { Session } from "./fixtures/session";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";
import { InvitationPages } from "./pages/invitation-pages";
import { StaffPages } from "./pages/staff-pages";

let initech: Firm;
let globex: Firm;
let viewer: Person & { session: Session };

test.beforeAll(async ({ office }) => {
  initech = await office.found("Initech", 5);
  globex = await office.found("Globex", 5);
  viewer = await office.seat(initech, "Vera Viewer");
});

test("the start page leads everybody to their own place", async ({ open, staff }) => {
  for (const [storageState, path] of [
    [initech.session, `/t/${initech.slug}/people`],
    [viewer.session, `/t/${initech.slug}/analytics`],
    [staff.session, "/staff"],
  ] as const) {
    const page = await open({ storageState });
    await page.goto("/");
    await expect(page).toHaveURL(path);
  }
  const nobody = await open();
  await nobody.goto("/");
  await expect(nobody.getByRole("heading", { name: "Welcome to Analystick" })).toBeVisible();
  await nobody.goto(`/t/${initech.slug}/people`);
  await new HostedPages(nobody).signIn(initech.admin.email, initech.admin.password);
  await expect(nobody).toHaveURL(`/t/${initech.slug}/people`);
});

test("a sign-in leads to the page that was asked for, with its query, as far as the person may see it", async ({
  open,
  office,
  staff,
}) => {
  const { chart } = await office.bringInData(initech, "Orders", [
    "Day,Channel,Amount",
    "2026-01-01,Web,1.50",
  ]);
  const asked = [
    [initech.admin, `/t/${initech.slug}/analytics/charts/${chart}`],
    [initech.admin, `/t/${initech.slug}/people?state=active&q=vera`],
    [viewer, `/t/${initech.slug}/analytics/charts/${chart}`],
    [staff, `/staff/tenants/${initech.slug}`],
  ] as const;
  for (const [person, path] of asked) {
    const page = await open();
    await page.goto(path);
    await new HostedPages(page).signIn(person.email, person.password);
    await expect(page).toHaveURL(path);
  }
  const shut = await open();
  await shut.goto(`/t/${initech.slug}/imports/new`);
  await new HostedPages(shut).signIn(viewer.email, viewer.password);
  await expect(shut).toHaveURL(`/t/${initech.slug}/analytics`);
});

test("no email address travels through a sign-in, and none leads away from the portal", async ({
  faults,
  open,
}) => {
  faults.expect(/evil\.test/);
  const page = await open();
  const seen: string[] = [];
  page.on("request", (request) => seen.push(request.url()));
  const typed = `/t/${initech.slug}/people?q=${encodeURIComponent(viewer.email)}`;
  await page.goto(typed);
  await new HostedPages(page).signIn(initech.admin.email, initech.admin.password);
  await expect(page).toHaveURL(`/t/${initech.slug}/people`);
  expect(seen.filter((url) => /@|%40/i.test(url) && !url.endsWith(typed))).toEqual([]);
  for (const away of [".//evil.test", "..//evil.test", "/evil.test"]) {
    await page.goto(`/auth/login?returnTo=${encodeURIComponent(`/${away}`)}`);
    expect(new URL(page.url()).origin).toBe(services.app);
  }
});

test("Back from a sign-in leads somebody who is in to their place", async ({ open }) => {
  const page = await open();
  await page.goto("/auth/login");
  await new HostedPages(page).signIn(viewer.email, viewer.password);
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await page.goBack();
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await page.goto("/continue");
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
});

test("a viewer who opens an admin's page stands in the analytics", async ({ open }) => {
  const page = await open({ storageState: viewer.session });
  for (const path of ["people", "imports", "imports/new"]) {
    await page.goto(`/t/${initech.slug}/${path}`);
    await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  }
});

test("a stale, forged or replayed callback offers to start again, which works", async ({ open }) => {
  const page = await open();
  await page.goto("/auth/callback?code=stale&state=forged");
  await expectFreshStart(page);
  const callback = page.waitForRequest(/\/auth\/callback\?/);
  await new HostedPages(page).signIn(viewer.email, viewer.password);
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);

  const replayed = (await callback).url();
  const elsewhere = await open();
  await elsewhere.goto(replayed);
  await expectFreshStart(elsewhere);
  await page.goto(replayed);
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await page.goto("/auth/callback?error=access_denied&error_description=%3Cb%3Ex");
  await expect(page.getByRole("link", { name: "Start again" })).toBeVisible();
});

test("a blocked account is told whom to ask", async ({ open }) => {
  const blocked = newPerson("Blocked Bill", newCompany("Nowhere"));
  await plantUser({ email: blocked.email, password: blocked.password, email_verified: true, blocked: true });
  const page = await open();
  await page.goto("/auth/login");
  await new HostedPages(page).signIn(blocked.email, blocked.password);
  await expect(page.getByRole("heading", { name: "You can't sign in with this account" })).toBeVisible();
  await expect(page.getByText("Ask whoever manages your organisation's seats")).toBeVisible();
  await page.getByRole("link", { name: "Go to the start page" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Analystick" })).toBeVisible();
});

test("somebody without a seat is told so, and can sign out", async ({ open }) => {
  const stranger = newPerson("Stranger Stan", newCompany("Nowhere"));
  await plantUser({ email: stranger.email, password: stranger.password, email_verified: true });
  const page = await open();
  await page.goto("/auth/login");
  await new HostedPages(page).signIn(stranger.email, stranger.password);
  await expect(page.getByRole("heading", { name: "You don't have a seat yet" })).toBeVisible();
  await page.getByRole("link", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Welcome to Analystick" })).toBeVisible();
  await page.goto("/auth/login");
  await expect(new HostedPages(page).password).toBeVisible();
});

test("a person with two seats keeps the password and chooses the tenant", async ({ open, office }) => {
  await office.invite(globex, [{ ...viewer, role: "admin" }]);
  const page = await open();
  await page.goto(await invitationLink(viewer.email, 2));
  const letter = new InvitationPages(page);
  await letter.button("Sign in").click();
  await letter.hosted.signInAs(viewer);
  await expect(page).toHaveURL(`/t/${globex.slug}/people`);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Where to?" })).toBeVisible();
  await page.getByRole("link", { name: initech.name }).click();
  await expect(page).toHaveURL(`/t/${initech.slug}/analytics`);
  await page.getByRole("button", { name: `${initech.name}: choose another place` }).click();
  await page.getByRole("menuitem", { name: globex.name }).click();
  await expect(page).toHaveURL(`/t/${globex.slug}/people`);
});

test("a suspended tenant shuts its doors at once and opens them again", async ({ open, office, staff }) => {
  const hooli = await office.found("Hooli", 3);
  const reader = await office.seat(hooli, "Rita Reader");
  const page = await open({ storageState: hooli.session });
  await page.goto(`/t/${hooli.slug}/people`);
  const staffPages = new StaffPages(await open({ storageState: staff.session }));
  await staffPages.suspend(hooli.slug);
  await page.goto(`/t/${hooli.slug}/people`);
  await expect(page.getByRole("heading", { name: `${hooli.name} is suspended` })).toBeVisible();
  await expect(page.getByText(hooli.admin.name)).toHaveCount(0);
  await expect(page.getByText("Only Analystick can open it again: ask your contact there.")).toBeVisible();
  const readers = await open({ storageState: reader.session });
  await readers.goto("/");
  await expect(readers.getByText(`ask whoever manages ${hooli.name}'s seats`)).toBeVisible();
  await staffPages.suspend(hooli.slug, "Resume");
  await page.goto("/");
  await expect(page).toHaveURL(`/t/${hooli.slug}/people`);
});

test("routes of the sign-in kit that the portal does not use do not exist", async ({ request }) => {
  for (const path of ["/auth/profile", "/auth/access-token", "/auth/connect", "/me/v1/x", "/my-org/x"])
    expect((await request.get(`${services.app}${path}`)).status(), path).toBe(404);
});

async function expectFreshStart(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "That sign-in is no longer valid" })).toBeVisible();
  await page.getByRole("link", { name: "Start again" }).click();
  await expect(new HostedPages(page).password).toBeVisible();
}
