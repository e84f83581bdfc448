import { invitationLink } from "./fixtures/letters";
import { expect, test } from "./fixtures/test";
import { InvitationPages } from "./pages/invitation-pages";

test("a first admin finds sample data without asking, tries it, finds its mark on what is made of it, and removes it after being told what goes with it @classic", async ({
  office,
  open,
}) => {
  const sold = await office.sell("Newcomers", 4);
  const admin = await open();
  await new InvitationPages(admin).walkIn(sold.admin, await invitationLink(sold.admin.email));
  const home = `/t/${sold.slug}/analytics`;
  await admin.goto(home);
  // The page looks by itself until it is there.
  await expect(admin.getByText("The sample orders are made up")).toBeVisible({ timeout: 30_000 });
  const rows = admin
    .getByRole("table")
    .getByRole("row")
    .filter({ has: admin.getByRole("cell") });
  await expect(rows).toHaveText([/Sample orders.*Sample data.*20,350.*Ready/]);
  await admin.getByRole("link", { name: "Try it" }).click();
  await expect(admin.getByRole("heading", { name: "Sample orders" })).toBeVisible();
  await expect(admin.getByText("Sample data", { exact: true })).toBeVisible();
  await expect(admin.getByRole("link", { name: "Export CSV" })).toBeVisible();
  await expect(admin.getByRole("link", { name: "New version" })).toHaveCount(0);

  await admin.getByRole("button", { name: "Keep chart" }).click();
  await admin.getByLabel("Title").fill("Made up");
  await admin.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(admin.getByText("Chart kept", { exact: true }).first()).toBeVisible();
  await admin.goto(home);
  await admin.getByRole("button", { name: "New dashboard" }).click();
  await admin.getByLabel("Title").fill("A board");
  await admin.getByRole("button", { name: "Create" }).click();
  await admin.getByLabel("Add a chart").selectOption({ label: "Made up" });
  await admin.getByRole("button", { name: "Save" }).click();
  await expect(admin.getByRole("region", { name: "Made up" })).toBeVisible();
  const mark = admin.getByText("Sample data", { exact: true });
  await expect(mark).toHaveCount(1);
  const board = admin.url();
  await admin.goto(home);
  for (const title of ["A board", "Made up"])
    await expect(admin.getByRole("listitem").filter({ hasText: title })).toContainText("Sample data");
  await admin.getByRole("link", { name: "Made up", exact: true }).click();
  await expect(admin.getByRole("link", { name: "Sample orders" })).toBeVisible();
  await expect(mark).toHaveCount(1);

  const firm = { ...sold, session: await admin.context().storageState() };
  const viewer = await office.seat(firm, "Vera Viewer");
  const page = await open({ storageState: viewer.session });
  await page.goto(home);
  await expect(page.getByRole("table").getByText("Sample data", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove sample data" })).toHaveCount(0);

  await office.bringInData(firm, "Orders of ours", ["Day,Channel,Amount", "2024-01-01,Web,1.00"]);
  await admin.goto(home);
  await expect(rows).toHaveText([/Orders of ours/, /Sample orders.*Sample data/]);
  await expect(admin.getByText("Do you still need the sample data?")).toBeVisible();
  await admin.getByRole("button", { name: "Remove sample data" }).click();
  const dialog = admin.getByRole("alertdialog");
  await expect(dialog).toContainText("1 chart: Made up");
  await expect(dialog).toContainText("1 dashboard: A board");
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(rows).toHaveCount(2);
  await admin.getByRole("button", { name: "Remove sample data" }).click();
  await dialog.getByRole("button", { name: "Remove sample data" }).click();
  await expect(rows).toHaveText([/Orders of ours/]);
  await page.reload();
  await expect(page.getByRole("link", { name: "Sample orders" })).toHaveCount(0);
  await page.goto(board);
  const tile = page.getByRole("region", { name: "Made up" });
  await expect(tile).toContainText(
    "The data of this chart was removed: Sample orders. An admin can restore it",
  );
  const own = await open({ storageState: firm.session });
  await own.goto(board);
  await own.getByRole("region", { name: "Made up" }).getByRole("link", { name: "Restore it" }).click();
  await expect(own.getByRole("button", { name: "Restore Sample orders" })).toBeVisible();
  await admin.getByRole("button", { name: "Restore Sample orders" }).click();
  await expect(rows).toHaveText([/Orders of ours/, /Sample orders.*Sample data/]);
});
