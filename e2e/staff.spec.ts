import { newCompany, newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { walkIn } from "./fixtures/walk-in";
import { PeoplePage } from "./pages/people-page";
import { StaffPages } from "./pages/staff-pages";

test("staff see what is wrong with a new tenant, beside the field, and lose nothing they typed", async ({
  open,
  office,
  staff,
}) => {
  const taken = await office.sell("Taken", 2);
  const page = await open({ storageState: staff.session });
  const pages = new StaffPages(page);
  const fresh = newCompany("Fresh");
  const admin = { name: "Fay Fresh", email: "not-an-address" };
  await pages.fillInTenant({ ...fresh, slug: taken.slug, seats: 2, admin });
  await pages.create.click();
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await page.getByLabel("First admin's email address").fill(`fay@${fresh.domain}`);
  await pages.create.click();
  await expect(page.getByText("Another tenant has this address.")).toBeVisible();
  await expect(page.getByLabel("Organisation")).toHaveValue(fresh.name);
  await page.getByLabel("Short name").fill(fresh.slug);
  await pages.create.click();
  await page.waitForURL(`/staff/tenants/${fresh.slug}`);
  await expect(page.getByRole("heading", { name: fresh.name })).toBeVisible();
});

test("staff sell seats and invite one more admin", async ({ open, office, staff }) => {
  const initech = await office.found("Initech", 2);
  const page = await open({ storageState: staff.session });
  const pages = new StaffPages(page);
  await pages.changeSeats(initech.slug, 7);
  await expect(page.getByText("7 seats purchased, 2 before").first()).toBeVisible();
  const second = newPerson("Second Admin", initech);
  await pages.inviteAdmin(second);
  await walkIn(second);
  const people = new PeoplePage(await open({ storageState: initech.session }));
  await people.open(initech.slug);
  await people.expectSeats({ used: 2, reserved: 0, free: 5, purchased: 7 });
  // Now that there are two, the first may go.
  await people.choose(initech.admin.name, "Remove");
  await people.dialog.getByRole("button", { name: "Remove" }).click();
  await expect(people.dialog).toBeHidden();

  await page.goto(`/staff/tenants/${initech.slug}`);
  await expect(page.getByRole("meter", { name: "Seats" })).toHaveAttribute(
    "aria-valuetext",
    "1 of 7: 1 used, 0 reserved, 6 free",
  );
});

test("the staff's pages do not exist for anybody else", async ({ open, office }) => {
  const initech = await office.found("Initech", 2);
  const member = await open({ storageState: initech.session });
  for (const path of ["/staff", "/staff/tenants/new", `/staff/tenants/${initech.slug}`]) {
    const answer = await member.request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(await answer.text(), path).not.toContain(initech.name);
  }
  const nobody = await open();
  const answer = await nobody.request.get("/staff", { maxRedirects: 0 });
  expect(answer.headers().location).toContain("/auth/login");
});
