import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";

test("a page that is slow to come is said to be on its way", async ({ office, open }) => {
  const firm = await office.found("Slow", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/people`);
  const letGo = await holdBack(page, `/t/${firm.slug}/activity`);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Activity" }).click();
  const bar = page.getByRole("progressbar", { name: "The page is on its way" });
  await expect(bar).toBeVisible();
  await expect(page.getByRole("heading", { name: "People", level: 1 })).toBeVisible();
  letGo();
  await expect(page.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
  await expect(bar).toBeHidden();
});

test("a button whose work is slow says so, keeps the focus and can't be pressed again", async ({
  office,
  open,
}) => {
  const firm = await office.found("Slow", 4);
  const page = await open({ storageState: firm.session });
  await page.goto(`/t/${firm.slug}/settings`);
  const letGo = await holdBack(page, `/t/${firm.slug}/settings`);
  let sent = 0;
  page.on("request", (request) => {
    if (request.method() === "POST") sent += 1;
  });
  const save = page.getByRole("button", { name: "Save" });
  await save.focus();
  await page.keyboard.press("Enter");
  await expect(save).toHaveAttribute("aria-busy", "true");
  await page.keyboard.press("Enter");
  await page.getByLabel("Days an invitation holds").press("Enter");
  await save.focus();
  letGo();
  await expect(save).not.toHaveAttribute("aria-busy");
  await expect(save).toBeFocused();
  expect(sent).toBe(1);
});

/** Keeps the server's answers for an address back until told to let them go. */
async function holdBack(page: Page, path: string): Promise<() => void> {
  let letGo = () => {};
  const gate = new Promise<void>((open) => {
    letGo = open;
  });
  await page.route(
    (url) => url.pathname === path,
    async (route) => {
      await gate;
      await route.continue();
    },
  );
  return letGo;
}
