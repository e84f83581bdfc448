import type { Page } from "@playwright/test";
import { passwordLink } from "./fixtures/letters";
import type { Firm } from "./fixtures/office";
import { makeStaff } from "./fixtures/staff";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";

let initech: Firm;

test.beforeAll(async ({ office }) => {
  initech = await office.found("Initech", 6);
});

type Member = { email: string; password: string };

async function signIn(page: Page, { email, password }: Member): Promise<void> {
  await page.goto("/auth/login");
  await new HostedPages(page).signIn(email, password);
  await page.waitForURL(/\/t\//);
}

/** Whether a page of the tenant still opens; a session that ended leads to Auth0's sign-in page. */
async function isIn(page: Page): Promise<boolean> {
  const answer = await page.request.get(`/t/${initech.slug}/analytics`, { maxRedirects: 0 });
  return answer.status() === 200;
}

test("somebody sees where they are signed in, and signs out one place, then all others", async ({
  faults,
  open,
  office,
}) => {
  faults.expect(/\.js csp$/);
  const vera = await office.seat(initech, "Vera Viewer");
  const [here, there, elsewhere] = [await open(), await open(), await open({ javaScriptEnabled: false })];
  for (const page of [here, there, elsewhere]) await signIn(page, vera);
  await here.getByRole("button", { name: "Account of Vera Viewer" }).click();
  await here.getByRole("menuitem", { name: "Where you are signed in" }).click();
  await expect(here.getByRole("listitem").filter({ hasText: "This browser" })).toHaveCount(1);
  // The three of this test, and the browser in which she walked in.
  await expect(here.getByRole("listitem")).toHaveCount(4);
  await expect(here.getByText("Chrome on Linux").first()).toBeVisible();

  // Nothing on the page opens a session; without JavaScript it works as well.
  await elsewhere.goto("/sessions");
  await elsewhere
    .getByRole("button", { name: /^Sign out/ })
    .nth(0)
    .click();
  await expect(elsewhere.getByText("Signed out there.")).toBeVisible();
  await expect(elsewhere.getByRole("listitem")).toHaveCount(3);

  await elsewhere.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(elsewhere.getByText("Signed out everywhere but here.")).toBeVisible();
  await expect(elsewhere.getByText("You are signed in here and nowhere else.")).toBeVisible();
  expect([await isIn(here), await isIn(there), await isIn(elsewhere)]).toEqual([false, false, true]);
});

test("nobody ends a session of somebody else", async ({ open, office, sql }) => {
  const [mallory, victor] = [await office.seat(initech, "Mallory M"), await office.seat(initech, "Victor V")];
  const [attacker, victim] = [await open(), await open()];
  await signIn(attacker, mallory);
  await signIn(victim, victor);
  const [row] = await sql<{ handle: string }[]>`
    select s.handle from sessions s join identities i on i.iss = s.iss and i.sub = s.sub
    join users u on u.id = i.user_id where u.mailbox = ${victor.email} order by s.created_at desc limit 1`;
  await attacker.goto("/sessions");
  const button = attacker.getByRole("button", { name: "Sign out A browser" });
  await attacker
    .locator("input[name=handle]")
    .first()
    .evaluate((input, handle) => {
      if (input instanceof HTMLInputElement) input.value = handle ?? "";
    }, row?.handle);
  await button.click();
  await expect(attacker.getByText("That sign-in had ended already.")).toBeVisible();
  expect(await isIn(victim)).toBe(true);
});

test("a new password signs out everywhere that the old one opened", async ({ open, office }) => {
  const paula = await office.seat(initech, "Paula Password");
  const old = await open();
  await signIn(old, paula);
  const fresh = await open();
  await fresh.goto("/auth/login");
  const hosted = new HostedPages(fresh);
  await hosted.forgetPassword(paula.email);
  const password = `New-${paula.password}`;
  await fresh.goto(await passwordLink(paula.email));
  await hosted.choosePassword(password);
  await signIn(fresh, { email: paula.email, password });
  await expect.poll(() => isIn(old), { timeout: 30_000 }).toBe(false);
  expect(await isIn(fresh)).toBe(true);
});

test("a session ends after resting too long and after lasting too long, staff's sooner", async ({
  browser,
  open,
  office,
  sql,
}) => {
  test.setTimeout(180_000);
  const ira = await office.seat(initech, "Ira Idle");
  const page = await open();
  const age = (email: string, column: "last_seen_at" | "created_at", minutes: number) => sql`
    update sessions s set ${sql(column)} = now() - make_interval(mins => ${minutes})
    from identities i join users u on u.id = i.user_id
    where i.iss = s.iss and i.sub = s.sub and u.mailbox = ${email}`;
  await signIn(page, ira);
  await age(ira.email, "last_seen_at", 11 * 60);
  expect(await isIn(page)).toBe(true);
  await age(ira.email, "last_seen_at", 12 * 60 + 1);
  expect(await isIn(page)).toBe(false);

  // Another browser: in the first one Auth0 would sign them in again without asking.
  const second = await open();
  await signIn(second, ira);
  await sql`update users set proved_at = now() - interval '9 days', password_replaced_at = now() - interval '9 days'
    where mailbox = ${ira.email}`;
  await age(ira.email, "created_at", 71 * 60);
  expect(await isIn(second)).toBe(true);
  await age(ira.email, "created_at", 72 * 60 + 1);
  expect(await isIn(second)).toBe(false);

  const staff = await makeStaff(browser);
  const sam = await open();
  await sam.goto("/auth/login");
  await new HostedPages(sam).signIn(staff.email, staff.password);
  await expect(sam.getByRole("heading", { name: "Tenants" })).toBeVisible();
  const isOpen = async () => (await sam.request.get("/staff", { maxRedirects: 0 })).status() === 200;
  await age(staff.email, "last_seen_at", 59);
  expect(await isOpen()).toBe(true);
  await age(staff.email, "last_seen_at", 61);
  expect(await isOpen()).toBe(false);
});
