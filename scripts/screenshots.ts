import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Page } from "@playwright/test";
import { awaitLetter } from "./seed-demo/await-letter";
import { type KnownPerson, readPeople, readServices } from "./seed-demo/services";

/**
 * `npm run screenshots`: takes the readme's pictures from the portal that `npm start` runs, with nothing but its demo in it.
 * PLAYWRIGHT_CHROMIUM names the browser, should Playwright have none of its own.
 */
const folder = "docs/images";
const services = readServices();
const people = readPeople();
const executablePath = process.env.PLAYWRIGHT_CHROMIUM;
const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
await mkdir(folder, { recursive: true });

const admin = await signIn(browser, personOf("acme", "admin"));
await admin.goto("/t/acme/people");
await take(admin, "people");
await admin.emulateMedia({ colorScheme: "dark" });
await take(admin, "people-dark");
await admin.emulateMedia({ colorScheme: "light" });
await openPreview(admin);
await take(admin, "import-preview");
const staff = await signIn(browser, personOf(null, "staff"));
await staff.setViewportSize({ width: 1280, height: 380 });
await staff.goto("/staff");
await take(staff, "staff");
const guest = await browser.newPage({ viewport: { width: 390, height: 510 } });
await guest.goto(await awaitLetter(services, "gina.rossi@acme.example", /\/invitations\//));
await take(guest, "invitation");
await browser.close();

function personOf(tenant: string | null, role: string): KnownPerson {
  const person = people.find((one) => one.tenant === tenant && one.role === role);
  if (person === undefined) throw new Error(`the demo has no ${role}: start it with npm start`);
  return person;
}

async function signIn(inBrowser: Browser, { email, password }: KnownPerson): Promise<Page> {
  const page = await inBrowser.newPage({
    baseURL: services.app,
    colorScheme: "light",
    viewport: { width: 1280, height: 800 },
  });
  await page.goto("/auth/login");
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL(new RegExp(`^${services.app}/(t|staff)`));
  return page;
}

/** A list with somebody who has a seat already, and somebody whose address is none. */
async function openPreview(page: Page): Promise<void> {
  const list = [
    "email,name,role",
    "wim.jansen@acme.example,Wim Jansen,viewer",
    "xenia.popov@acme.example,Xenia Popov,viewer",
    "ben.okoye@acme.example,Ben Okoye,viewer",
    "yusuf.kaya@acme.example,Yusuf Kaya,admin",
    "zoe.martin,Zoe Martin,viewer",
  ];
  await page.goto("/t/acme/imports/new");
  await page.getByLabel("Or paste addresses").fill(list.join("\n"));
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByRole("button", { name: /^Invite \d/ }).waitFor();
}

async function take(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ animations: "disabled", path: `${folder}/${name}.png` });
  console.log(`${folder}/${name}.png`);
}
