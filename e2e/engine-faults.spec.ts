import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { request } from "@playwright/test";
import { engineChildren, isThere, secondsOf } from "./fixtures/engine-children";
import type { Firm } from "./fixtures/office";
import { plantSlowData, type SlowData } from "./fixtures/slow-data";
import { expect, test } from "./fixtures/test";
import { startWeb, type Web } from "./fixtures/web";
import { PeoplePage } from "./pages/people-page";

let firm: Firm;
let data: SlowData;
/** The first question of a process starts the engine and loads the page's code. */
const WARM = "ask=1&mf=count&mc=";
const folder = mkdtempSync(join(tmpdir(), "slow-data-"));

test.beforeAll(async ({ office, sql }) => {
  firm = await office.found("Slowpoke", 3);
  data = await plantSlowData(sql, firm, folder);
});
test.afterAll(() => rmSync(folder, { recursive: true }));

/** A web process of its own with this dataset; cookies belong to a host, whatever its port. */
async function serve(seconds: number): Promise<{ web: Web; addressOf: (query: string) => string }> {
  const web = await startWeb({
    DATA_DIR: folder,
    ANALYTICS_QUERY_SECONDS: String(seconds),
    DRAIN_NOTICE_SECONDS: "0",
  });
  const home = `${web.origin.replace("127.0.0.1", "localhost")}/t/${firm.slug}/analytics/${data.dataset}`;
  return { web, addressOf: (query) => `${home}?${query}` };
}

/** The engine's child that counts from now on; it was started before, for a question that is answered. */
async function childAtWork({ child }: Web): Promise<number> {
  const rested = new Map(engineChildren(child.pid).map((pid) => [pid, secondsOf(pid)]));
  const busy = () => [...rested].find(([pid, seconds]) => secondsOf(pid) - seconds > 0.3)?.[0];
  await expect.poll(busy, { intervals: [50], timeout: 30_000 }).toBeDefined();
  return busy() ?? 0;
}

test("the engine's child killed in the middle of a question: the person sees the answer, not an error", async ({
  open,
}) => {
  const { web, addressOf } = await serve(60);
  try {
    const page = await open({ storageState: firm.session });
    await page.goto(addressOf(WARM));
    await expect(page.getByText("Number of rows").first()).toBeVisible();
    const opened = page.goto(addressOf(data.slow));
    const victim = await childAtWork(web);
    process.kill(victim, "SIGKILL");
    expect((await opened)?.status()).toBe(200);
    expect(isThere(victim)).toBe(false);
    // Among so many rows each of the column's values occurs.
    await expect(page.getByText("1,000,003", { exact: true }).first()).toBeVisible();
    // Before its server goes: it looks ahead at other pages.
    await page.close();
  } finally {
    await web.stop();
  }
});

test("kill -9 of the web in the middle of a question: no child of the engine is left two seconds later", async () => {
  const { web, addressOf } = await serve(60);
  const caller = await request.newContext({ storageState: firm.session });
  expect((await caller.get(addressOf(WARM))).status()).toBe(200);
  const asked = caller.get(addressOf(data.slow)).catch(() => "cut off");
  await childAtWork(web);
  const children = engineChildren(web.child.pid);
  const ended = once(web.child, "exit");
  web.child.kill("SIGKILL");
  await ended;
  await expect.poll(() => children.filter(isThere), { intervals: [50], timeout: 2_000 }).toEqual([]);
  expect(await asked).toBe("cut off");
  await caller.dispose();
});

test("an export whose reader is removed while it is counted is not given out", async ({ office, open }) => {
  const viewer = await office.seat(firm, "Vic Viewer");
  const people = new PeoplePage(await open({ storageState: firm.session }));
  await people.open(firm.slug);
  const { web, addressOf } = await serve(60);
  const reader = await request.newContext({ storageState: viewer.session });
  try {
    expect((await reader.get(addressOf(WARM))).status()).toBe(200);
    const exported = reader.get(addressOf(data.slow).replace("?", "/export?"));
    await childAtWork(web);
    await people.remove(viewer.name);
    expect((await exported).status()).toBe(404);
  } finally {
    await reader.dispose();
    await web.stop();
  }
});

test("a runaway question ends at its deadline and a second and a half, says so, and the next is served within a second", async ({
  open,
}) => {
  const { web, addressOf } = await serve(1);
  const caller = await request.newContext({ storageState: firm.session });
  try {
    expect((await caller.get(addressOf(WARM))).status()).toBe(200);
    const waits: number[] = [];
    for (const quick of data.quick) {
      const began = performance.now();
      const given = await (await caller.get(addressOf(data.slow))).text();
      const ended = performance.now();
      const served = await (await caller.get(addressOf(quick))).text();
      waits.push(performance.now() - ended);
      expect(given).toContain("This takes too long");
      expect(ended - began).toBeLessThanOrEqual(1_000 + 1_500);
      expect(served).toContain("Number of rows");
      expect(served).not.toContain("This takes too long");
    }
    // The best of three: what else runs on this machine may take the cores for a second.
    expect(Math.min(...waits)).toBeLessThanOrEqual(1_000);

    const page = await open({ storageState: firm.session });
    await page.goto(addressOf(data.slow));
    await expect(page.getByText("This takes too long")).toBeVisible();
    await expect(page.getByText("Narrow the range, add a filter")).toBeVisible();
    await expect(page.getByRole("button", { name: "Show", exact: true })).toBeEnabled();
    await page.close();
  } finally {
    await caller.dispose();
    await web.stop();
  }
});
