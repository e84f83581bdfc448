import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";

test("a pasted list outlives a reload and the browser's Back, in its own tab only, until it is admitted", async ({
  open,
  office,
}) => {
  const firm = await office.found("Keepers", 4);
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  const list = `kept@${firm.domain},Kim Kept`;
  await imports.paste(firm.slug, list);
  await expect(imports.confirm).toBeVisible();
  await page.reload();
  await expect(imports.pasted).toHaveValue(list);
  await expect(page).toHaveURL(`/t/${firm.slug}/imports/new`);
  await imports.preview.click();
  await expect(imports.confirm).toBeVisible();
  await page.goBack();
  await expect(imports.pasted).toHaveValue(list);
  await page.goto(`/t/${firm.slug}/people`);
  await page.goBack();
  await expect(imports.pasted).toHaveValue(list);
  const other = await page.context().newPage();
  await new ImportPages(other).open(firm.slug);
  await expect(new ImportPages(other).pasted).toHaveValue("");

  await imports.preview.click();
  await imports.admit();
  await page.goBack();
  await expect(imports.preview).toBeVisible();
  await expect(imports.pasted).toHaveValue("");
  await expect(page).toHaveURL(`/t/${firm.slug}/imports/new`);
});

test("a list that somebody else's sign-in finds in the tab is gone", async ({ open, office }) => {
  const firm = await office.found("Shared", 4);
  const other = await office.seat(firm, "Ann Admin", "admin");
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.paste(firm.slug, `mine@${firm.domain}`);
  await expect(imports.confirm).toBeVisible();
  await page.context().clearCookies();
  await page.context().addCookies(other.session.cookies);
  await imports.open(firm.slug);
  await expect(imports.preview).toBeVisible();
  await expect(imports.pasted).toHaveValue("");
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});

test("whoever was signed out meanwhile is told so, keeps the list, and goes on after signing in again", async ({
  open,
  office,
}) => {
  const firm = await office.found("Lapsed", 4);
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.open(firm.slug);
  const list = `later@${firm.domain}`;
  await imports.pasted.fill(list);
  await page.context().clearCookies();
  await imports.preview.click();
  const alert = page.getByRole("alert").filter({ hasText: "You are not signed in any more" });
  await expect(alert).toContainText("Sign in again in another tab, then press Preview again");
  await expect(page.getByText("This list can't be read")).toHaveCount(0);
  await expect(imports.pasted).toHaveValue(list);
  await page.context().addCookies(firm.session.cookies);
  await imports.preview.click();
  await expect(imports.confirm).toHaveText("Invite 1 person");
});

test("a file that was chosen is not asked for again", async ({ open, office }) => {
  const firm = await office.found("Choosers", 2);
  const page = await open({ storageState: firm.session });
  await new ImportPages(page).open(firm.slug);
  await expect(page.getByText("Drop a file here, or choose one")).toBeVisible();
  const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from("email\n") };
  await page.getByLabel("CSV file").setInputFiles(file);
  await expect(page.getByText("Drop a file here, or choose one")).toHaveCount(0);
  await expect(page.getByText("Drop another file here to take its place")).toBeVisible();
  await new ImportPages(page).preview.click();
  await expect(page.getByText("Nobody stands below the column names.")).toBeVisible();
});

test("with too few seats the rows beyond them say so, and everybody can be taken in again", async ({
  open,
  office,
}) => {
  const firm = await office.found("Tight", 4);
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  const five = ["A", "B", "C", "D", "E"].map((letter) => newPerson(`Person ${letter}`, firm).email);
  await imports.paste(firm.slug, five.join("\n"));
  await expect(page.getByText("No seat left")).toHaveCount(2);
  await expect(imports.row(five[3] ?? "")).toContainText("No seat left");
  await expect(imports.row(five[2] ?? "")).toContainText("Takes a seat");
  await page.getByRole("button", { name: `Leave out ${five[0]}` }).click();
  await expect(imports.row(five[3] ?? "")).toContainText("Takes a seat");
  const [seats] = await Promise.all([
    page.context().waitForEvent("page"),
    page.getByRole("link", { name: "Ask for more seats" }).click(),
  ]);
  await expect(seats).toHaveURL(`/t/${firm.slug}/seats#request`);
  await expect(seats.getByRole("button", { name: "Send request" })).toBeVisible();
  await page.getByRole("button", { name: "Keep the first 3" }).click();
  await expect(imports.stat("Left out by you")).toHaveText("2");
  await expect(imports.confirm).toHaveText("Invite 3 people");
  await page.getByRole("button", { name: "Take everybody in again" }).click();
  await expect(imports.stat("Left out by you")).toHaveText("0");
  await expect(page.getByText("No seat left")).toHaveCount(2);
});

test("an import's counts lead to their rows, which say why and lead to the people", async ({
  open,
  office,
}) => {
  const firm = await office.found("Lookers", 5);
  const weather = { kind: "refuse", to: `^bounced@${firm.domain}$`, times: 1 };
  await fetch(`${services.mailbox}/api/weather`, { method: "POST", body: JSON.stringify(weather) });
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.bringIn(firm.slug, `bounced@${firm.domain}\nfine@${firm.domain}\nnot an address`);
  await page.getByRole("link", { name: "2 rows: need a look" }).click();
  await expect(imports.row(`bounced@${firm.domain}`)).toContainText("Letter refused");
  await expect(imports.row(`bounced@${firm.domain}`)).toContainText(/5\d\d/);
  await expect(imports.row("not an address")).toContainText("is not an email address");
  await expect(imports.row(`fine@${firm.domain}`)).toHaveCount(0);
  await page.getByRole("link", { name: "Show all rows" }).click();
  await page.getByRole("link", { name: `fine@${firm.domain}` }).click();
  await expect(page.getByRole("heading", { name: `fine@${firm.domain}` })).toBeVisible();
});
