import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { plantUser } from "./fixtures/auth0";
import { passwordLink } from "./fixtures/letters";
import { newCompany, newPerson } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { HostedPages } from "./pages/hosted-pages";

for (const colorScheme of ["light", "dark"] as const)
  test(`Auth0's own pages please axe and fit 390 px, from a wrong password to a new one (${colorScheme})`, async ({
    faults,
    open,
  }) => {
    faults.expect(/400/);
    const person = newPerson("Hanna Hosted", newCompany("Hosted"));
    await plantUser({ email: person.email, password: person.password });
    const page = await open({ colorScheme, viewport: { width: 390, height: 844 } });
    const hosted = new HostedPages(page);
    await page.goto("/auth/login");
    await expectTidy(page);
    await hosted.signIn(person.email, "not the password");
    await expect(page.getByRole("alert")).toHaveText("Wrong email or password");
    await expectTidy(page);
    await hosted.forgetPassword(person.email);
    await expectTidy(page);
    await page.goto(await passwordLink(person.email));
    await expectTidy(page);
    await hosted.typePassword("short");
    await hosted.resetPassword.click();
    await expect(page.getByRole("alert")).toHaveText("Your password must have at least 8 characters.");
    await expectTidy(page);
    await hosted.choosePassword(person.password);
    await expectTidy(page);
    await expect(hosted.back).toBeVisible();
  });

async function expectTidy(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
}
