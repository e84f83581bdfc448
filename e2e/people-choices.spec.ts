import { invitationLink } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { PeoplePage } from "./pages/people-page";

test("an admin who is alone is led to bringing in people and data, with nobody to select", async ({
  open,
  office,
}) => {
  const firm = await office.found("Alone", 4);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await expect(page.getByText("It is only you so far")).toBeVisible();
  await expect(page.getByLabel("Select this page")).toHaveCount(0);
  await page.getByRole("link", { name: "Bring in data" }).click();
  await expect(page).toHaveURL(`/t/${firm.slug}/analytics/new`);
  await people.open(firm.slug);
  await page.getByRole("link", { name: "Upload or paste a list" }).click();
  await expect(page).toHaveURL(`/t/${firm.slug}/imports/new`);
  await office.invite(firm, [newPerson("Second Person", firm)]);
  await people.open(firm.slug);
  await expect(people.row("Second Person")).toBeVisible();
  await expect(page.getByText("It is only you so far")).toHaveCount(0);
});

test("inviting one person who holds a seat leaves nothing behind, and an empty address is asked for", async ({
  open,
  office,
  sql,
}) => {
  const firm = await office.found("Traceless", 4);
  const page = await open({ storageState: firm.session });
  await new PeoplePage(page).open(firm.slug);
  await page.getByRole("button", { name: "Invite one person" }).click();
  const dialog = page.getByRole("dialog");
  const invite = dialog.getByRole("button", { name: "Invite", exact: true });
  await invite.click();
  await expect(dialog.getByText("Type their email address.")).toBeVisible();
  await dialog.getByLabel("Email address").fill(firm.admin.email);
  await invite.click();
  await expect(dialog.getByText("holds a seat already")).toBeVisible();
  const imports = await sql`
    select 1 from imports i join tenants t on t.id = i.tenant_id where t.slug = ${firm.slug}`;
  expect(imports).toHaveLength(0);
});

test("somebody whose seat was taken back is restored from the list", async ({ open, office }) => {
  const firm = await office.found("Restorers", 4);
  const person = newPerson("Rita Returns", firm);
  await office.invite(firm, [person]);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.revoke(person.name);
  await page.getByLabel("Stage").selectOption("Seats taken back");
  await expect(people.row(person.name)).toBeVisible();
  await expect(page.getByLabel(`Select ${person.name}`)).toHaveCount(0);
  await people.choose(person.name, "Restore");
  await expect(people.dialog).toContainText("That takes one free seat");
  await people.dialog.getByRole("button", { name: "Restore" }).click();
  await expect(people.row(person.name)).toHaveCount(0);
  await people.expectSeats({ used: 1, reserved: 1, free: 2, purchased: 4 });
  await invitationLink(person.email, 2);
});

test("admins are spoken to about themselves, and the only one is told so before being asked", async ({
  open,
  office,
}) => {
  const firm = await office.found("Selves", 4);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.choose(firm.admin.name, "Remove");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("You are the only active admin");
  await expect(dialog.getByRole("button", { name: "Remove" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await people.openPerson(firm.admin.name);
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(dialog).toContainText("You are the only active admin");
  await page.keyboard.press("Escape");

  await office.seat(firm, "Ada Other", "admin");
  await people.open(firm.slug);
  await people.choose(firm.admin.name, "Remove");
  await expect(people.dialog).toContainText("Remove yourself?");
  await expect(people.dialog).toContainText("You lose access at your next click");
});
