import { delayNext } from "./fixtures/auth0";
import { startLoad } from "./fixtures/load";
import { expect, test } from "./fixtures/test";
import { startWeb, type Web } from "./fixtures/web";

/** A page with the database behind it, one without, the health check, and a page of an unknown letter. */
const paths = ["/", "/healthz", "/invitations/unknown", "/sign-in-problem"];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test("SIGTERM under load without a balancer: every request that was taken gets its answer", async () => {
  const web = await startWeb({ DRAIN_NOTICE_SECONDS: "2" });
  const load = startLoad(16, paths, () => web.origin);
  await sleep(2_000);
  // Under way from before the signal until after the door is shut.
  await delayNext("GET /.well-known/openid-configuration", 3_000);
  const slow = fetch(`${web.origin}/auth/login`, { redirect: "manual" });
  await sleep(300);
  const stopped = web.stop();
  await sleep(100);
  const [readyz, healthz] = await Promise.all(
    ["readyz", "healthz"].map((path) => fetch(`${web.origin}/${path}`)),
  );
  expect(readyz?.status).toBe(503);
  expect(await readyz?.json()).toEqual({ ready: false, checks: { serving: "failed" } });
  expect(healthz?.status).toBe(200);
  const { code, ms } = await stopped;
  const { answered, dropped, statuses } = await load.stop();

  expect(dropped).toEqual([]);
  expect(answered).toBeGreaterThan(20);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  expect((await slow).headers.get("location")).toContain("/authorize?");
  expect(code).toBe(0);
  expect(ms, "the slow answer was waited for").toBeGreaterThan(2_000);
  expect(ms).toBeLessThan(10_000);
  expectJson(web);
  console.log(`    drained in ${Math.round(ms)} ms; ${answered} answered, ${dropped.length} dropped`);
});

test("a rolling restart behind a balancer that reads /readyz: no request fails, and none is refused", async () => {
  // Four processes are started in a row.
  test.setTimeout(240_000);
  const webs = [await startWeb(), await startWeb()];
  const ready = new Set(webs.map(({ origin }) => origin));
  const checks = setInterval(() => {
    for (const { origin } of webs)
      fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(1_000) }).then(
        ({ ok }) => (ok ? ready.add(origin) : ready.delete(origin)),
        () => ready.delete(origin),
      );
  }, 500);
  let turn = 0;
  const load = startLoad(12, paths, () => {
    const choice = [...ready];
    turn += 1;
    return choice[turn % choice.length] ?? null;
  });
  const times: number[] = [];
  for (const at of [0, 1]) {
    await sleep(1_000);
    const { code, ms } = (await webs[at]?.stop()) ?? { code: null, ms: 0 };
    expect(code).toBe(0);
    times.push(Math.round(ms));
    webs[at] = await startWeb();
    await sleep(1_000);
  }
  clearInterval(checks);
  const { answered, refused, dropped, statuses } = await load.stop();
  for (const web of webs) await web.stop();

  expect({ refused, dropped }).toEqual({ refused: 0, dropped: [] });
  expect(answered).toBeGreaterThan(50);
  expect([...statuses].filter((status) => status >= 500)).toEqual([]);
  for (const ms of times) expect(ms).toBeLessThan(10_000);
  console.log(`    drained in ${times.join(" and ")} ms; ${answered} answered, ${dropped.length} dropped`);
});

/** Whatever the process wrote to stdout, its framework's words included, is one JSON object a line. */
function expectJson(web: Web): void {
  const lines = web.lines().map((line): { event: string } => JSON.parse(line));
  const events = lines.map(({ event }) => event);
  expect(events).toEqual(expect.arrayContaining(["web.listens", "web.drains", "web.stopped"]));
}
