import { readFileSync } from "node:fs";
import { invitationLink, lettersTo } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { PeoplePage } from "./pages/people-page";

test("people are found by the beginning of a name or address, and an address stands in no URL", async ({
  open,
  office,
}) => {
  const firm = await office.found("Finders", 10);
  const [jose, ada] = [newPerson("José Núñez", firm), newPerson("Ada Lovelace", firm)];
  const typed = { ...jose, email: `pepe@${firm.domain}` };
  await office.invite(firm, [typed, ada]);
  const page = await open({ storageState: firm.session });
  const urls: string[] = [];
  page.on("request", (request) => urls.push(request.url()));
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await expect(people.rows).toHaveCount(3);
  for (const text of ["nunez", "JOSE", "pepe@", typed.email]) {
    await people.find("nobody");
    await expect(page.getByText("Nobody matches")).toBeVisible();
    await people.find(text);
    await expect(people.row("José Núñez")).toBeVisible();
    await expect(people.rows).toHaveCount(1);
    await expect(page.getByRole("searchbox")).toHaveValue(text);
  }
  await page.reload();
  await expect(people.rows).toHaveCount(1);
  await page.getByLabel("Role").selectOption("Admin");
  await expect(page.getByText("Nobody matches")).toBeVisible();
  expect(urls.filter((url) => url.includes("@") || url.includes("%40"))).toEqual([]);
  expect(page.url()).toContain("search=kept");
  await page.context().clearCookies({ name: "analystick_search" });
  await page.reload();
  await expect(page.getByText("Search again")).toBeVisible();
  await expect(people.rows).toHaveCount(0);
});

test("search and filter work without JavaScript", async ({ faults, open, office }) => {
  // What a browser that runs no scripts says of each of them.
  faults.expect(/_next\/static\/chunks\/\S+ csp/);
  const firm = await office.found("Plain", 10);
  await office.invite(firm, [newPerson("Nora Noscript", firm), newPerson("Otto Other", firm)]);
  const page = await open({ storageState: firm.session, javaScriptEnabled: false });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.find("noscript");
  await expect(people.rows).toHaveCount(1);
  await page.getByLabel("Stage").selectOption("Active");
  await people.find("");
  await expect(people.rows).toHaveCount(1);
  await expect(people.row(firm.admin.email)).toBeVisible();
  await people.find(`otto.other@${firm.domain}`);
  await page.getByLabel("Stage").selectOption("All with a seat");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(people.row("Otto Other")).toBeVisible();
  expect(page.url()).not.toMatch(/@|%40/);
});

test("one person is invited without a list, once however often it is pressed", async ({
  open,
  office,
  sql,
}) => {
  const firm = await office.found("Single", 3);
  const person = newPerson("Solo Person", firm);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await page.getByRole("button", { name: "Invite one person" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("Email address").fill("nonsense");
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByText("is not an email address")).toBeVisible();
  await dialog.getByLabel("Email address").fill(person.email);
  await dialog.getByRole("button", { name: "Invite", exact: true }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(people.row(person.email)).toHaveCount(1);
  await invitationLink(person.email);
  expect(await lettersTo(person.email)).toHaveLength(1);
  const seats = await sql`select 1 from seats where email = ${person.email}`;
  expect(seats).toHaveLength(1);
  await page.getByRole("button", { name: "Invite one person" }).click();
  await dialog.getByLabel("Email address").fill(person.email);
  await dialog.getByRole("button", { name: "Invite", exact: true }).click();
  await expect(dialog.getByText("holds a seat already")).toBeVisible();
});

test("all who match are revoked at once: it asks with numbers, tells progress and a result for each", async ({
  open,
  office,
}) => {
  const firm = await office.found("Manifold", 80);
  const viewer = await office.seat(firm, "Vic Viewer");
  const crowd = Array.from({ length: 60 }, (_, at) => newPerson(`Row ${String(at).padStart(2, "0")}`, firm));
  await office.invite(firm, crowd);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await page.getByLabel("Select this page").check();
  await page.getByRole("button", { name: "Select all 62" }).click();
  await expect(page.getByText("62 selected")).toBeVisible();
  await page.getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(people.dialog).toContainText("Revoke 60 invitations?");
  await expect(people.dialog).toContainText("The other 2 people selected stay as they are");
  await people.dialog.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByRole("heading", { name: "Revoking invitations" })).toBeVisible();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(people.row("Row 07").getByText("Revoked")).toBeVisible();
  await expect(people.row(viewer.email)).toContainText("They have got in");
  await expect(people.row(firm.admin.email)).toContainText("This is you");
  await people.open(firm.slug);
  await people.expectSeats({ used: 2, reserved: 0, free: 78, purchased: 80 });
  await page.getByLabel("Stage").selectOption("Revoked");
  await expect(people.rows).toHaveCount(50);
});

test("a person's page tells what happened and who did it; role, name and address are changed there", async ({
  open,
  office,
}) => {
  const firm = await office.found("Storied", 6);
  const viewer = await office.seat(firm, "Tess Told");
  const typo = newPerson("Typo Tim", firm);
  await office.invite(firm, [typo]);
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.openPerson("Tess Told");
  const told = [
    "First sign-in",
    "Password set and confirmed",
    "Address verified",
    "Link used for the first time",
    "Letter accepted by the mail server",
    "Invited",
    "Account imported",
    "Admitted",
  ];
  await expect(people.timeline).toHaveCount(told.length);
  for (const [at, title] of told.entries()) await expect(people.timeline.nth(at)).toContainText(title);
  await expect(people.timeline.last()).toContainText(firm.admin.name);

  const tab = await open({ storageState: viewer.session });
  await tab.goto(`/t/${firm.slug}/analytics`);
  await expect(tab.getByRole("link", { name: "People" })).toHaveCount(0);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Tess Renamed");
  await page.getByRole("combobox", { name: "Role" }).selectOption("Admin");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(people.timeline.first()).toContainText("From Viewer to Admin");
  await expect(people.timeline.nth(1)).toContainText("From Tess Told to Tess Renamed");
  await tab.reload();
  await expect(tab.getByRole("link", { name: "People" })).toBeVisible();

  await people.open(firm.slug);
  await people.openPerson("Typo Tim");
  await page.getByRole("button", { name: "Correct address" }).click();
  const right = `tim.right@${firm.domain}`;
  await page.getByLabel("New email address").fill(right);
  await page.getByRole("button", { name: "Invite under this address" }).click();
  await expect(page.getByText(right).first()).toBeVisible();
  await invitationLink(right);
  await people.open(firm.slug);
  await people.expectSeats({ used: 2, reserved: 1, free: 3, purchased: 6 });
  await expect(people.row(typo.email)).toHaveCount(0);
});

test("removing tells each step with its time, and restoring brings the same person back in", async ({
  open,
  office,
}) => {
  const firm = await office.found("Receipt", 4);
  const viewer = await office.seat(firm, "Remo Removed");
  const page = await open({ storageState: firm.session });
  const people = new PeoplePage(page);
  await people.open(firm.slug);
  await people.openPerson(viewer.name);
  await page.getByRole("button", { name: "Remove" }).click();
  await people.dialog.getByRole("button", { name: "Remove" }).click();
  const receipt = page.getByRole("region", { name: "Removal receipt" });
  for (const step of ["Refused here", "Seat free", "Sessions", "Sign-in at Auth0"])
    await expect(receipt.getByText(step, { exact: true })).toBeVisible();
  await expect(receipt).toContainText(/Shut out, \d+ \w+ \d{4}, \d\d:\d\d:\d\d UTC/);
  await expect(receipt).toContainText(/Settled: it opens nothing here any more, \d+ \w+ \d{4}/);
  const tab = await open({ storageState: viewer.session });
  const refused = await tab.request.get(`/t/${firm.slug}/analytics`, { maxRedirects: 0 });
  expect(refused.status()).toBe(307);

  await page.getByRole("button", { name: "Restore" }).click();
  await people.dialog.getByRole("button", { name: "Restore" }).click();
  await expect(people.timeline.first()).toContainText("Sign-in opened at Auth0");
  await expect(page.getByRole("definition").getByText("Active", { exact: true })).toBeVisible();
  await people.open(firm.slug);
  await people.expectSeats({ used: 2, reserved: 0, free: 2, purchased: 4 });
  expect(await lettersTo(viewer.email)).toHaveLength(1);
});

test("a viewer leaves by the menu of their account; the last admin can't", async ({ open, office }) => {
  const firm = await office.found("Leavers", 4);
  const viewer = await office.seat(firm, "Lea Leaver");
  const page = await open({ storageState: viewer.session });
  await page.goto(`/t/${firm.slug}/analytics`);
  const leave = async (who: typeof page, name: string) => {
    await who.getByRole("button", { name: `Account of ${name}` }).click();
    await who.getByRole("menuitem", { name: `Leave ${firm.name}` }).click();
    await who.getByRole("alertdialog").getByRole("button", { name: "Leave" }).click();
  };
  await leave(page, viewer.name);
  await page.waitForURL((url) => !url.pathname.startsWith("/t/"));
  const answer = await page.request.get(`/t/${firm.slug}/analytics`, { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  const admin = await open({ storageState: firm.session });
  const people = new PeoplePage(admin);
  await people.open(firm.slug);
  await people.expectSeats({ used: 1, reserved: 0, free: 3, purchased: 4 });
  await leave(admin, firm.admin.name);
  await expect(people.dialog).toContainText("You are the only active admin");
});

test("the export is the list as filtered, and nobody else's", async ({ open, office }) => {
  const firm = await office.found("Exports", 5);
  await office.invite(firm, [newPerson("Inga Invited", firm)]);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/people?state=invited`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/people-\d{4}-\d\d-\d\d\.csv$/);
  const text = readFileSync(await download.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(`Inga Invited,inga.invited@${firm.domain},Viewer,Invited,`);
  const path = `/t/${firm.slug}/people/export`;
  const own = await page.request.get(path);
  expect(own.headers()).toMatchObject({ "cache-control": "no-store", "x-content-type-options": "nosniff" });
  const other = await office.found("Nosy", 5);
  const viewer = await office.seat(other, "Vera Viewer");
  for (const storageState of [other.session, viewer.session, undefined]) {
    const stranger = await open(storageState ? { storageState } : {});
    const answer = await stranger.request.get(`${services.app}${path}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toBe("");
  }
});
