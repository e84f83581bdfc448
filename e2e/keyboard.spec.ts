import { expect, test } from "./fixtures/test";

test("the first stop of the keyboard leads past the navigation", async ({ office, open }) => {
  const firm = await office.found("Keys", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/people`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Export CSV" })).toBeFocused();
});

test("a form that is refused leads the focus to what is wrong", async ({ office, open }) => {
  const firm = await office.found("Keys", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/seats`);
  const send = page.getByRole("button", { name: "Send request" });
  await send.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("How many more")).toBeFocused();
  await page.keyboard.type("3");
  // While the answer is settled, a form takes no second one.
  await expect(send).not.toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("What for")).toBeFocused();
});

test("the forms of analytics lead the focus to what was refused, each time anew", async ({
  office,
  open,
}) => {
  const firm = await office.found("Keys", 4);
  const { dataset } = await office.bringInData(firm, "Sales", ["Day,Channel,Amount", "2024-01-01,Web,1.50"]);
  const page = await open({ storageState: firm.session });
  const alert = page.getByRole("main").getByRole("alert");
  await page.goto(`/t/${firm.slug}/analytics/new`);
  const send = page.getByRole("button", { name: "Upload", exact: true });
  for (const attempt of ["first", "second"]) {
    await send.focus();
    await page.keyboard.press("Enter");
    await expect(alert, attempt).toBeFocused();
    await expect(alert).toContainText("Choose a file first.");
  }
  await page.goto(`/t/${firm.slug}/analytics/${dataset}`);
  await page.getByRole("button", { name: "Keep chart" }).click();
  const dialog = page.getByRole("dialog");
  const title = dialog.getByLabel("Title");
  for (const attempt of ["first", "second"]) {
    await title.fill("  ");
    await dialog.getByRole("button", { name: "Keep" }).focus();
    await page.keyboard.press("Enter");
    await expect(title, attempt).toBeFocused();
    await expect(title).toHaveAccessibleDescription("Give it a title.");
  }
});

test("a window over the page takes the focus, moves it to what is wrong, and gives it back", async ({
  office,
  open,
}) => {
  const firm = await office.found("Keys", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/people`);
  const opener = page.getByRole("button", { name: "Invite one person" });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Email address")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});

test("a menu opens beside its button, goes by arrow keys and first letters, and gives the focus back", async ({
  office,
  open,
}) => {
  const firm = await office.found("Keys", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/people`);
  const opener = page.getByRole("button", { name: `Account of ${firm.admin.name}` });
  await opener.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("menu");
  const [places, out, leave] = ["Where you are signed in", "Sign out", `Leave ${firm.name}`].map((name) =>
    menu.getByRole("menuitem", { name }),
  );
  await expect(places ?? menu).toBeFocused();
  for (const [key, entry] of [
    ["ArrowDown", out],
    ["ArrowUp", places],
    ["ArrowUp", leave],
    ["Home", places],
    ["l", leave],
    ["s", out],
  ] as const) {
    await page.keyboard.press(key);
    await expect(entry ?? menu, `after ${key}`).toBeFocused();
  }
  const [own, its] = [await opener.boundingBox(), await menu.boundingBox()];
  if (!own || !its) throw new Error("the menu and its button are drawn");
  const gap = Math.max(its.y - (own.y + own.height), own.y - (its.y + its.height));
  expect(gap, "beside its button, not over it").toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThanOrEqual(8);
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(places ?? menu).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(menu, "the focus goes on, and nothing stays open behind it").toBeHidden();
  await opener.focus();
  await page.keyboard.press("Enter");
  await expect(places ?? menu).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.getByRole("heading", { name: "Where you are signed in" })).toBeVisible();
});
