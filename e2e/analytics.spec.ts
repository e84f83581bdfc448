import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { invitationLink } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { InvitationPages } from "./pages/invitation-pages";

/** 300 orders over ten months of two channels; a few blanks. The total is counted here, not read from the portal. */
const orders = Array.from({ length: 300 }, (_, n) => ({
  day: new Date(Date.UTC(2024, n % 10, 1 + (n % 28))).toISOString().slice(0, 10),
  channel: n % 3 === 0 ? "Shop" : "Web",
  cents: (n * 137) % 9_000,
}));
const money = (cents: number) => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
const total = money(orders.reduce((sum, { cents }) => sum + cents, 0));
const shops = money(
  orders.filter(({ channel }) => channel === "Shop").reduce((sum, { cents }) => sum + cents, 0),
);
const file = {
  name: "orders.csv",
  mimeType: "text/csv",
  buffer: Buffer.from(
    [
      "Day,Channel,Amount",
      ...orders.map(({ day, channel, cents }) => `${day},${channel},${money(cents)}`),
    ].join("\n"),
  ),
};
const readable = (text: string) => text.replace(/\B(?=(\d{3})+\.)/g, ",");

test("an admin brings in a file; an invited viewer signs in for the first time, lands here, explores, finds the known total, exports the same number, and prints the dashboard", async ({
  faults,
  open,
  office,
}) => {
  test.setTimeout(120_000);
  faults.expect(/404/);
  const firm = await office.found("Datacorp", 5);
  const admin = await open({ storageState: firm.session });
  const home = `/t/${firm.slug}/analytics`;
  await admin.goto(home);
  await admin.getByRole("link", { name: "Bring in data" }).click();
  await admin.getByLabel("File").setInputFiles(file);
  await admin.getByLabel("Name").fill("Orders of 2024");
  await admin.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(admin.getByText("300 rows. These are the first 20 of them.")).toBeVisible({ timeout: 30_000 });
  await expect(admin.getByLabel("Amount is taken for")).toHaveValue("decimal 2");
  await admin.getByRole("button", { name: "Import" }).click();
  await expect(admin.getByText("300 rows are stored.")).toBeVisible({ timeout: 30_000 });
  await admin.getByRole("link", { name: "Explore" }).click();
  await admin.getByLabel("Measure 1", { exact: true }).selectOption("sum");
  await admin.getByLabel("Column of measure 1").selectOption({ label: "Amount" });
  await admin.getByLabel("By column").selectOption({ label: "Channel" });
  await admin.getByLabel("Date column").selectOption({ label: "None" });
  await admin.getByRole("button", { name: "Show", exact: true }).click();
  await expect(admin.getByText("Sum of Amount by Channel").first()).toBeVisible();
  await admin.getByRole("button", { name: "Keep chart" }).click();
  await admin.getByLabel("Title").fill("Sales by channel");
  await admin.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(admin.getByText("Chart kept", { exact: true }).first()).toBeVisible();
  await admin.goto(home);
  await admin.getByRole("button", { name: "New dashboard" }).click();
  await admin.getByLabel("Title").fill("Sales");
  await admin.getByRole("button", { name: "Create" }).click();
  await admin.getByLabel("Add a chart").selectOption({ label: "Sales by channel" });
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("region", { name: "Sales by channel" })).toBeVisible();

  const vera = newPerson("Vera Viewer", firm);
  await office.invite(firm, [vera]);
  const page = await open();
  await new InvitationPages(page).walkIn(vera, await invitationLink(vera.email));
  await expect(page).toHaveURL(home);
  await expect(page.getByRole("region", { name: "Sales by channel" })).toContainText(readable(shops));
  await page.getByRole("link", { name: "Orders of 2024" }).click();
  await page.getByLabel("Measure 1", { exact: true }).selectOption("sum");
  await page.getByLabel("Column of measure 1").selectOption({ label: "Amount" });
  await page.getByLabel("Date column").selectOption({ label: "None" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText(readable(total), { exact: true }).first()).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Export CSV" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toBe(`\ufeffSum of Amount\r\n${total}\r\n`);
  await expect(page.getByRole("button", { name: "Keep chart" })).toBeHidden();
  await expect(page.getByRole("link", { name: "New version" })).toBeHidden();

  await page.goto(home);
  await page.getByRole("link", { name: "Sales", exact: true }).click();
  await expect(page.getByRole("region", { name: "Sales by channel" })).toContainText(readable(shops));
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation").first()).toBeHidden();
  await expect(page.getByRole("button", { name: "Apply" })).toBeHidden();
  await expect(page.getByText(`${firm.name} · printed`)).toBeVisible();
  expect((await page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");

  const stranger = await office.found("Elsewhere", 3);
  const other = await open({ storageState: stranger.session });
  for (const address of [page.url(), `${home}/charts`])
    expect((await other.goto(address))?.status()).toBe(404);
});

test("values that do not fit are shown by line and column, and nothing is left out that nobody said to leave out", async ({
  open,
  office,
}) => {
  const firm = await office.found("Misfits", 3);
  const lines = ["Day,Amount", "2024-01-01,1.50", "2024-01-02,oops", "2024-01-03,2.50"];
  const { dataset, version } = await office.sendData(firm, "Mixed", lines);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}/versions/${version}`);
  await page.getByLabel("Amount is taken for").selectOption({ label: "Number 0.00" });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("Some values do not fit their columns")).toBeVisible({ timeout: 30_000 });
  // What is asked stands before the rows that it is asked about.
  await page.getByText("Show where they are").click();
  const misfits = page.getByRole("table", { name: "Values that do not fit" });
  const row = misfits.getByRole("row").filter({ hasText: "oops" });
  await expect(row).toContainText("3");
  await expect(row).toContainText("Amount");
  const decision = page.getByLabel("Amount: 1 value");
  expect(await topOf(decision)).toBeLessThan(await topOf(row));
  await decision.selectOption({ label: "Leave their rows out" });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("2 rows are stored, 1 were left out as decided.")).toBeVisible({
    timeout: 30_000,
  });
});

const topOf = async (what: Locator) => (await what.boundingBox())?.y ?? Number.NaN;

test("amounts such as 4.724,57 are taken for exact numbers as they are exported, and their sum is right", async ({
  open,
  office,
}) => {
  const firm = await office.found("Umsatz", 3);
  const lines = ["Datum;Betrag", "09.07.2025;4.724,57", "10.07.2025;12,50", "31.07.2025;-1.000.000,07"];
  const { dataset, version } = await office.sendData(firm, "Umsatz", lines);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}/versions/${version}`);
  await expect(page.getByLabel("Betrag is taken for")).toHaveValue("decimal 2");
  await expect(page.getByLabel("Numbers have a decimal comma")).toBeChecked();
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("3 rows are stored.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}?ask=1&mf=sum&mc=c1`);
  await expect(page.getByText("-995,263.00").or(page.getByText("−995,263.00")).first()).toBeVisible();
});

test("whoever lands sees charts drawn, without JavaScript too, and what belongs together stands on one line", async ({
  faults,
  open,
  office,
}) => {
  const firm = await office.found("Landing", 4);
  const lines = ["Day,Channel,Amount", "2024-01-01,Web,1.00", "2024-01-02,Shop,2.00"];
  await office.bringInData(firm, "Orders", lines);
  const viewer = await office.seat(firm, "Vera Viewer");
  faults.expect(/\.js csp$/);
  const plain = await open({ storageState: viewer.session, javaScriptEnabled: false });
  await plain.goto(`/t/${firm.slug}/analytics`);
  const tile = plain.getByRole("region", { name: "Orders by channel" });
  await expect(tile.getByRole("img", { name: /Number of rows/ })).toBeVisible();
  await expect(plain.getByRole("heading", { name: "Orders at a glance" })).toBeVisible();

  const page = await open({ storageState: viewer.session });
  await page.goto(plain.url());
  const data = page.locator("summary").filter({ hasText: "Show data" }).first();
  const image = page.getByRole("button", { name: "Save as image" }).first();
  await expect(image).toBeVisible();
  expect(await topOf(image)).toBe(await topOf(data));
});

test("a title left empty is said at its field, which has the focus, and nothing is kept", async ({
  open,
  office,
}) => {
  const firm = await office.found("Untitled", 3);
  const lines = ["Day,Channel,Amount", "2024-01-01,Web,1.00"];
  const { dataset } = await office.bringInData(firm, "Orders", lines);
  const page = await open({ storageState: firm.session });
  const home = `/t/${firm.slug}/analytics`;
  for (const [path, opener, sender] of [
    [`${home}/${dataset}`, "Keep chart", "Keep"],
    [home, "New dashboard", "Create"],
  ] as const) {
    await page.goto(path);
    await page.getByRole("button", { name: opener }).click();
    const title = page.getByLabel("Title", { exact: true });
    for (const nothing of ["", "   "]) {
      await title.fill(nothing);
      await page.getByRole("button", { name: sender, exact: true }).click();
      await expect(page.getByText("Give it a title.")).toBeVisible();
      await expect(title).toBeFocused();
      await expect(title).toHaveAttribute("aria-invalid", "true");
    }
  }
});

test("a file that never came to be a dataset is deleted where it is listed, after it was asked about", async ({
  open,
  office,
}) => {
  const firm = await office.found("Leftovers", 3);
  await office.sendData(firm, "Half done", ["Day,Amount", "2024-01-01,1.50"]);
  const page = await open({ storageState: firm.session });
  const home = `/t/${firm.slug}/analytics`;
  await page.goto(home);
  const row = page.getByRole("row").filter({ hasText: "Half done" });
  await expect(row).toContainText("Waits for you");
  await row.getByRole("link", { name: "Decide: Half done" }).click();
  await expect(page.getByRole("button", { name: "Delete", exact: true })).toBeVisible();
  await page.goto(home);
  await row.getByRole("button", { name: "Delete Half done" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel" }).click();
  await expect(row).toBeVisible();
  await row.getByRole("button", { name: "Delete Half done" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete dataset" }).click();
  await expect(page.getByText("Dataset deleted", { exact: true }).first()).toBeVisible();
  await expect(row).toHaveCount(0);
  await expect(page.getByText("Deleted lately")).toHaveCount(0);
  await page.goto(`/t/${firm.slug}/activity?kind=analytics`);
  await expect(page.getByRole("row").filter({ hasText: "Dataset deleted" })).toContainText(firm.admin.name);
});

test("numbers that could have thousands or a fraction are not imported before somebody says what their mark means", async ({
  open,
  office,
}) => {
  const firm = await office.found("Marks", 3);
  const lines = ["Item;Pieces;Weight", "Bolt;1.234;12.5", "Nut;12.500;0.125"];
  const { dataset, version } = await office.sendData(firm, "Stock", lines);
  const page = await open({ storageState: firm.session, viewport: { width: 390, height: 844 } });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}/versions/${version}`);
  // Columns that are out of sight do not widen the page.
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await expect(page.getByLabel("Pieces is taken for")).toHaveValue("");
  await expect(page.getByLabel("Weight is taken for")).toHaveValue("decimal 3");
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("Say what the mark in numbers such as 1.234 means")).toBeVisible();
  await page.getByLabel("In numbers such as 1.234").selectOption({ label: "the point parts thousands" });
  await page.getByRole("button", { name: "Import" }).click();
  await expect(page.getByText("2 rows are stored.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}?ask=1&mf=sum&mc=c1&mf=sum&mc=c2`);
  await page.getByText("Show data").click();
  const answer = page.getByRole("table");
  await expect(answer).toContainText("13,734");
  await expect(answer).toContainText("12.625");
});

test("a new file in which a column is missing waits and names the chart; without JavaScript too it is used when told to", async ({
  faults,
  open,
  office,
}) => {
  test.setTimeout(90_000);
  const firm = await office.found("Versions", 3);
  const lines = ["Day,Channel,Amount", "2024-01-01,Web,1.00", "2024-01-02,Shop,2.00"];
  const { dataset } = await office.bringInData(firm, "Orders", lines);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/analytics/${dataset}/replace`);
  const buffer = Buffer.from("Day,Amount\n2024-01-03,3.00\n");
  await page.getByLabel("File").setInputFiles({ name: "new.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await page.getByRole("button", { name: "Import" }).click({ timeout: 30_000 });
  await expect(page.getByText("A column is missing, or holds something else")).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole("listitem").filter({ hasText: "Channel is not there any more" })).toContainText(
    "Orders by channel",
  );

  faults.expect(/\.js csp$/);
  const plain = await open({ storageState: firm.session, javaScriptEnabled: false });
  await plain.goto(page.url());
  await plain.getByRole("button", { name: "Use the new version" }).click();
  await expect(plain.getByText("It is ready")).toBeVisible();
  await plain.goto(`/t/${firm.slug}/activity?kind=analytics`);
  const entry = plain.getByRole("row").filter({ hasText: "A new version is asked from now on" });
  await expect(entry).toContainText("From Version 1 to Version 2");
  await expect(entry).toContainText(firm.admin.name);
});

test("50 MB arrive whole, and a file that changes on its way is refused", async ({
  faults,
  open,
  office,
}) => {
  faults.expect(/400/);
  const firm = await office.found("Heavy", 3);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/analytics/new`);
  const line = `${"x".repeat(998)},1\n`;
  const big = Buffer.from(`text,n\n${line.repeat(50_000)}`);
  await page
    .getByLabel("File")
    .setInputFiles({ name: "big.csv", mimeType: "text/csv", buffer: big.subarray(0, 49_000_000) });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByRole("heading", { name: "In the whole file" })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText("49.0 MB")).toBeVisible();

  await page.goto(`/t/${firm.slug}/analytics/new`);
  await page.route("**/uploads/*", async (route) => {
    const headers = { ...route.request().headers(), "content-digest": `sha-256=:${"A".repeat(43)}=:` };
    await route.continue({ headers });
  });
  await page
    .getByLabel("File")
    .setInputFiles({ name: "small.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
  await page.getByRole("button", { name: "Upload", exact: true }).click();
  await expect(page.getByText("The file changed on its way")).toBeVisible();
});

test("an editor's change on top of somebody else's is noticed, and nothing is overwritten", async ({
  open,
  office,
}) => {
  const firm = await office.found("Editors", 4);
  const editor = await office.seat(firm, "Edda Editor", "editor");
  const lines = ["Day,Channel,Amount", "2024-01-01,Web,1.00", "2024-01-02,Shop,2.00"];
  const { dashboard } = await office.bringInData(firm, "Orders", lines);
  const path = `/t/${firm.slug}/analytics/dashboards/${dashboard}`;
  const [mine, theirs] = [
    await open({ storageState: editor.session }),
    await open({ storageState: firm.session }),
  ];
  for (const page of [mine, theirs]) await page.goto(`${path}/edit`);
  await theirs.getByLabel("Title").fill("Theirs");
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByRole("heading", { name: "Theirs" })).toBeVisible();
  await mine.getByLabel("Title").fill("Mine");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine.getByText(`Not saved: ${firm.admin.name} changed it`)).toBeVisible();
  await expect(mine.getByLabel("Title")).toHaveValue("Mine");
  await theirs.reload();
  await expect(theirs.getByRole("heading", { name: "Theirs" })).toBeVisible();
});

test("Explore works without JavaScript, and its chart can be read with the keyboard", async ({
  faults,
  open,
  office,
}) => {
  const firm = await office.found("Quiet", 3);
  const lines = ["Day,Channel,Amount", "2024-01-01,Web,1.00", "2024-02-02,Shop,2.50"];
  const { dataset } = await office.bringInData(firm, "Orders", lines);
  const path = `/t/${firm.slug}/analytics/${dataset}`;
  faults.expect(/\.js csp$/);
  const plain = await open({ storageState: firm.session, javaScriptEnabled: false });
  await plain.goto(path);
  await plain.getByLabel("Measure 1", { exact: true }).selectOption("sum");
  await plain.getByLabel("Column of measure 1").selectOption({ label: "Amount" });
  await plain.getByRole("button", { name: "Show", exact: true }).click();
  await expect(plain).toHaveURL(/mf=sum&mc=c2/);
  await plain.getByText("Show data").click();
  await expect(plain.getByRole("table")).toContainText("2.50");

  const page = await open({ storageState: firm.session });
  await page.goto(plain.url());
  const chart = page.getByRole("slider", { name: /^Values of/ });
  await chart.focus();
  await page.keyboard.press("End");
  await expect(chart).toHaveAttribute("aria-valuetext", /Feb 2024.*2\.50/);
  const [image] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save as image" }).click(),
  ]);
  expect(
    readFileSync(await image.path())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
});
