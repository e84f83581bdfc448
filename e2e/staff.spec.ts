import { captureAction, sendAction } from "./fixtures/actions";
import { snapshotTenant } from "./fixtures/database";
import { invitationLink } from "./fixtures/letters";
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
  // All of it at once, although only the server knows the second.
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await expect(page.getByText("Another tenant has this short name.")).toBeVisible();
  await page.getByLabel("First admin's email address").fill(`fay@${fresh.domain}`);
  await expect(page.getByLabel("Organisation")).toHaveValue(fresh.name);
  await page.getByLabel("Short name").fill(fresh.slug);
  await pages.create.click();
  await page.waitForURL(`/staff/tenants/${fresh.slug}`);
  await expect(page.getByRole("heading", { name: fresh.name, level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(`${fresh.name} · Staff · Analystick`);
  await expect(page.getByText(`A letter is on its way to fay@${fresh.domain}`).first()).toBeVisible();
});

test("staff sell seats and invite one more admin", async ({ faults, open, office, staff }) => {
  // What the page of somebody who has just removed themselves looks ahead for may be refused while it arrives.
  faults.expect(/React error #441/);
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

test("selling fewer seats than are held asks first, and the totals say how many are too many", async ({
  open,
  office,
  staff,
}) => {
  const firm = await office.found("Overcrowded", 4);
  await office.invite(firm, [newPerson("Olga Over", firm), newPerson("Omar Over", firm)]);
  const page = await open({ storageState: staff.session });
  const pages = new StaffPages(page);
  const dialog = page.getByRole("alertdialog", { name: "Sell fewer seats than are held?" });
  await pages.changeSeats(firm.slug, 1);
  await dialog.getByRole("button", { name: "Cancel" }).click();
  const meter = page.getByRole("meter", { name: "Seats" });
  await expect(meter).toHaveAttribute("aria-valuetext", "3 of 4: 1 used, 2 reserved, 1 free");
  await pages.changeSeats(firm.slug, 1);
  await expect(dialog).toContainText("until 3 of them are taken back");
  await dialog.getByRole("button", { name: "Sell 1" }).click();
  await expect(page.getByText("1 seat purchased, 4 before").first()).toBeVisible();

  await page.goto("/staff");
  const total = async (label: string) => Number((await pages.total(label).innerText()).replaceAll(",", ""));
  const [purchased, used, reserved, free, over] = await Promise.all(
    ["Seats purchased", "Used", "Reserved", "Free", "Over"].map(total),
  );
  expect(over).toBeGreaterThanOrEqual(2);
  expect(Number(purchased) + Number(over)).toBe(Number(used) + Number(reserved) + Number(free));
});

test("inviting an admin says what is wrong with both fields at once", async ({ open, office, staff }) => {
  const firm = await office.found("Nameless", 3);
  const page = await open({ storageState: staff.session });
  await page.goto(`/staff/tenants/${firm.slug}`);
  await page.getByLabel("Email address").fill("nobody");
  await page.getByRole("button", { name: "Invite admin" }).click();
  await expect(page.getByText("Give the admin's name.")).toBeVisible();
  await expect(page.getByText("This is not an email address.")).toBeVisible();
  await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
  await expect(page.getByLabel("Email address")).toHaveValue("nobody");
});

test("staff see how far each admin has come, send a new letter, and revoke an invitation", async ({
  open,
  office,
  staff,
}) => {
  const initech = await office.found("Initech", 3);
  const page = await open({ storageState: staff.session });
  const pages = new StaffPages(page);
  await page.goto(`/staff/tenants/${initech.slug}`);
  await expect(pages.admin(initech.admin.name)).toContainText("Active");
  const second = newPerson("Second Admin", initech);
  await pages.inviteAdmin(second);
  const first = await invitationLink(second.email);
  // Nobody reloads: the page follows by itself.
  await expect(pages.admin(second.name)).toContainText("Invited");
  await expect(pages.admin(second.name)).toContainText("Open until");

  await pages.admin(second.name).getByRole("button", { name: "new letter" }).click();
  await expect(page.getByText(`A new letter is on its way to ${second.email}`).first()).toBeVisible();
  const newest = await invitationLink(second.email, 2);
  const reader = await open();
  await reader.goto(first);
  await expect(reader.getByRole("heading", { name: "This link was replaced" })).toBeVisible();

  await pages.revokeAdmin(second.name);
  await expect(pages.admin(second.name)).toHaveCount(0);
  await reader.goto(newest);
  await expect(reader.getByRole("heading", { name: "This invitation is no longer valid" })).toBeVisible();

  // The last one who can manage the seats stays.
  await pages.admin(initech.admin.name).getByRole("button", { name: "Remove" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("This is the only active admin.", { exact: false })).toBeVisible();
});

test("staff act on a tenant's admins, and on nobody else of it", async ({ open, office, staff, sql }) => {
  const initech = await office.found("Initech", 4);
  const second = newPerson("Second Admin", initech);
  const viewer = newPerson("Vera Viewer", initech);
  await office.invite(initech, [{ ...second, role: "admin" }, viewer]);
  const page = await open({ storageState: staff.session });
  await page.goto(`/staff/tenants/${initech.slug}`);
  await expect(page.getByText(viewer.email)).toHaveCount(0);
  const pages = new StaffPages(page);
  const renew = await captureAction(page, "renew", () =>
    pages.admin(second.name).getByRole("button", { name: "new letter" }).click(),
  );
  const release = await captureAction(page, "release", () => pages.revokeAdmin(second.name));
  const [ids] = await sql<{ second: string; viewer: string }[]>`
    select (select id from seats where email = ${second.email}) as second,
      (select id from seats where email = ${viewer.email}) as viewer`;
  if (!ids) throw new Error("there are no such seats");
  const before = await snapshotTenant(sql, initech.slug);
  for (const action of [renew, release]) {
    expect(action.body.toString()).toContain(ids.second);
    await sendAction(page.request, "/staff", action, { [ids.second]: ids.viewer });
  }
  expect(await snapshotTenant(sql, initech.slug)).toBe(before);
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
