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
