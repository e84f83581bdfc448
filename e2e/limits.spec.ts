import { randomBytes, randomInt } from "node:crypto";
import { type APIRequestContext, type APIResponse, request } from "@playwright/test";
import type postgres from "postgres";
import { captureAction, sendAction } from "./fixtures/actions";
import { invitationLink } from "./fixtures/letters";
import { newPerson } from "./fixtures/people";
import { services } from "./fixtures/services";
import { expect, test } from "./fixtures/test";
import { ImportPages } from "./pages/import-pages";

const newToken = () => randomBytes(32).toString("base64url");

test("whoever tries links that we never sent is told to wait; a real letter opens all the same", async ({
  faults,
  office,
  open,
}) => {
  faults.expect(/429/);
  const firm = await office.found("Initech", 3);
  const guest = newPerson("Gus Guest", firm);
  await office.invite(firm, [guest]);
  const letter = await invitationLink(guest.email);
  const { address, caller } = await somebody();
  const { granted, refused } = await untilRefused(() => caller.get(`/invitations/${newToken()}`), 60);
  expect(granted).toBeGreaterThanOrEqual(30);
  await expectWait(refused);

  const step = await caller.post(`/invitations/${newToken()}/step`, {
    headers: { "sec-fetch-site": "same-origin" },
  });
  await expectWait(step);
  expect((await caller.get(letter)).status()).toBe(200);
  const neighbour = await somebody();
  expect((await neighbour.caller.get(`/invitations/${newToken()}`)).status()).toBe(200);

  // Nothing of it needs a script.
  const page = await open({ javaScriptEnabled: false });
  await page.setExtraHTTPHeaders({ "x-forwarded-for": address });
  await page.goto(`/invitations/${newToken()}`);
  await expect(page.getByRole("heading", { name: "One moment, please" })).toBeVisible();
  await expect(page.locator(".card")).toHaveCSS("border-radius", "12px");
});

test("one letter's button can be pressed thirty times in a row, from wherever", async ({ office }) => {
  const firm = await office.found("Initech", 2);
  const letter = await invitationLink(firm.admin.email);
  const press = async () => {
    const { caller } = await somebody();
    return caller.post(`${letter}/step`, { headers: { "sec-fetch-site": "same-origin" }, maxRedirects: 0 });
  };
  const { granted, refused } = await untilRefused(press, 60);
  expect(granted).toBeGreaterThanOrEqual(25);
  await expectWait(refused);
});

test("sign-ins and Auth0's notices are limited by where they come from", async () => {
  test.setTimeout(180_000);
  for (const [method, path] of [
    ["GET", "/auth/login"],
    ["GET", "/auth/callback?code=x&state=y"],
    ["POST", "/auth/backchannel-logout"],
  ] as const) {
    const { caller } = await somebody();
    const ask = () => caller.fetch(path, { method, maxRedirects: 0 });
    const { granted, refused } = await untilRefused(ask, 900, 20);
    expect(granted, path).toBeGreaterThanOrEqual(600);
    await expectWait(refused);
  }
});

test("a signed-in person's actions are limited by their session, and the form says so", async ({
  faults,
  office,
  open,
  sql,
}) => {
  test.setTimeout(180_000);
  const firm = await office.found("Initech", 3);
  const page = await open({ storageState: firm.session });
  const imports = new ImportPages(page);
  await imports.open(firm.slug);
  await page.getByLabel("Or paste addresses").fill(`kim@${firm.domain}`);
  const preview = await captureAction(page, "preview", () => imports.preview.click());
  const caller = await request.newContext({ baseURL: services.app, storageState: firm.session });
  const { granted, refused } = await untilRefused(() => sendAction(caller, "/", preview), 600, 10);
  expect(granted).toBeGreaterThanOrEqual(119);
  expect(refused.headers()["content-type"]).toBe("text/plain");
  // Reading goes on.
  expect((await caller.get(`/t/${firm.slug}/people`)).status()).toBe(200);

  // The page's own forms say the same, and what was typed is still there.
  faults.expect(/429/);
  await imports.open(firm.slug);
  const list = page.getByLabel("Or paste addresses");
  await list.fill(`kim@${firm.domain}`);
  await emptyLowest(sql);
  await imports.preview.click();
  const words = /One moment, please\..* wait (a second|\d+ seconds) and try again/;
  await expect(page.getByText(words).first()).toBeVisible();
  await expect(list).toHaveValue(`kim@${firm.domain}`);
  await page.goto(`/t/${firm.slug}/people`);
  await emptyLowest(sql);
  await page.getByLabel("Role").selectOption("admin");
  await expect(page.getByText(words).first()).toBeVisible();
});

/** Takes the turns that came back since, of whoever did most. */
async function emptyLowest(sql: postgres.Sql): Promise<void> {
  await sql`
    update rate_limits set tokens = -20, refilled_at = now()
    where key = (select key from rate_limits where key like 'action:%' order by tokens limit 1)`;
}

test("an address that nobody trusted wrote down does not count", async () => {
  const { address, caller } = await somebody();
  // The test stands where one trusted proxy stands: only the last address is that proxy's word.
  const ask = () =>
    caller.get(`/invitations/${newToken()}`, {
      headers: { "x-forwarded-for": `198.18.${randomInt(256)}.${randomInt(256)}, ${address}` },
    });
  const { granted, refused } = await untilRefused(ask, 60);
  expect(granted).toBeGreaterThanOrEqual(30);
  await expectWait(refused);
});

/** Somebody at an address of their own, as the proxy before the portal would report it. */
async function somebody(): Promise<{ address: string; caller: APIRequestContext }> {
  const address = [10, randomInt(256), randomInt(256), randomInt(256)].join(".");
  const caller = await request.newContext({
    baseURL: services.app,
    extraHTTPHeaders: { "x-forwarded-for": address },
  });
  return { address, caller };
}

async function untilRefused(
  ask: () => Promise<APIResponse>,
  most: number,
  atOnce = 1,
): Promise<{ granted: number; refused: APIResponse }> {
  let granted = 0;
  for (let asked = 0; asked < most; asked += atOnce) {
    const answers = await Promise.all(Array.from({ length: atOnce }, ask));
    const refused = answers.find((answer) => answer.status() === 429);
    granted += answers.filter((answer) => answer.status() !== 429).length;
    if (refused) return { granted, refused };
  }
  throw new Error(`${granted} were granted and none refused`);
}

async function expectWait(answer: APIResponse): Promise<void> {
  expect(answer.status()).toBe(429);
  const seconds = Number(answer.headers()["retry-after"]);
  expect(seconds).toBeGreaterThanOrEqual(1);
  expect(seconds).toBeLessThanOrEqual(60);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  const text = await answer.text();
  expect(text).toContain("One moment, please");
  expect(text).toContain(answer.headers()["x-request-id"]);
}
