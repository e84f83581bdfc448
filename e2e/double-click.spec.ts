import type { Locator, Page } from "@playwright/test";
import { invitationLink, lettersTo } from "./fixtures/letters";
import { newCompany, newPerson, type Person } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";
import { ImportPages } from "./pages/import-pages";
import { PeoplePage } from "./pages/people-page";
import { StaffPages } from "./pages/staff-pages";

test("a double click on each button of the walk ends at a working page and acts once", async ({
  open,
  staff,
  sql,
}) => {
  const initech = { ...newCompany("Initech"), seats: 5 };
  const admin = newPerson("Dora Double", initech);
  const staffPage = await open({ storageState: staff.session });
  const staffPages = new StaffPages(staffPage);
  await staffPages.fillInTenant({ ...initech, admin });
  await staffPages.create.dblclick();
  await staffPage.waitForURL(`/staff/tenants/${initech.slug}`);

  const page = await open();
  await page.goto(await invitationLink(admin.email));
  await doubleClickIn(page, admin);
  await expect(page).toHaveURL(`/t/${initech.slug}/people`);

  const guests = ["Gus Guest", "Gail Guest"].map((name) => newPerson(name, initech));
  const imports = new ImportPages(page);
  await imports.open(initech.slug);
  await page
    .getByLabel("Or paste addresses")
    .fill(guests.map(({ email, name }) => `${email},${name}`).join("\n"));
  await imports.preview.dblclick();
  await imports.confirm.dblclick();
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/);
  await imports.finish();
  const [made] = await sql`
    select count(distinct i.id)::int as imports, count(distinct s.id)::int as seats from tenants t
    join imports i on i.tenant_id = t.id join seats s on s.tenant_id = t.id where t.slug = ${initech.slug}`;
  expect(made).toEqual({ imports: 1, seats: 3 });
  for (const { email } of guests) expect(await lettersTo(email)).toHaveLength(1);

  const people = new PeoplePage(page);
  await people.open(initech.slug);
  await people.choose("Gus Guest", "Revoke invitation");
  await people.dialog.getByRole("button", { name: "Revoke" }).dblclick();
  await expect(people.row("Gus Guest")).toHaveCount(0);
  await people.expectSeats({ used: 1, reserved: 1, free: 3, purchased: 5 });
});

/** Gets in with nothing but double clicks, whatever page each of them leads to. */
async function doubleClickIn(page: Page, person: Person): Promise<void> {
  for (let clicks = 0; clicks < 12 && !page.url().includes("/t/"); clicks += 1) {
    const before = await describe(page);
    await (await nextButton(page, person)).dblclick();
    await expect.poll(async () => ["", before].includes(await describe(page))).toBe(false);
  }
}

/** The one way on from this page, with its form filled in. */
async function nextButton(page: Page, person: Person): Promise<Locator> {
  const hosted = new HostedPages(page);
  const button = page.getByRole("main").getByRole("button");
  await expect(button.or(hosted.back)).toBeVisible();
  if (await hosted.back.isVisible()) return hosted.back;
  if (await hosted.resetPassword.isVisible()) await hosted.typePassword(person.password);
  else if (await hosted.password.isVisible()) await hosted.password.fill(person.password);
  return button;
}

/** Where the browser is; empty while it is between two pages. */
async function describe(page: Page): Promise<string> {
  const heading = await page.evaluate(() => document.querySelector("h1")?.textContent ?? "").catch(() => "");
  return heading === "" ? "" : `${page.url()} ${heading}`;
}
