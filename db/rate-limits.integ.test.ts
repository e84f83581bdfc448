import { once } from "node:events";
import { expect, it } from "vitest";
import { inMachinery } from "./in-machinery";
import { awaitToken, deleteFullBuckets, type Rate, takeToken } from "./rate-limits";
import { openPortal } from "./testing/open-portal";
import { portalEnvironment } from "./testing/portal-environment";
import { startService } from "./testing/start-service";

const database = openPortal();

const slow: Rate = { burst: 3, perMinute: 1 };
const take = (key: string, rate = slow) => inMachinery((tx) => takeToken(tx, key, rate));
const wait = (key: string) => inMachinery((tx) => awaitToken(tx, key, slow));
const age = (key: string, seconds: number) => database.sql`
  update rate_limits set refilled_at = now() - make_interval(secs => ${seconds}) where key = ${key}`;

it("grants the burst, then says how long until the next turn; asking too early costs nothing", async () => {
  expect([await take("a"), await take("a"), await take("a")]).toEqual([0, 0, 0]);
  for (let again = 0; again < 5; again += 1) {
    expect(await take("a")).toBeGreaterThan(58_000);
    expect(await take("a")).toBeLessThanOrEqual(60_000);
  }
  await age("a", 60);
  expect([await take("a"), (await take("a")) > 0]).toEqual([0, true]);
});

it("keeps each key's turns apart, and never holds more than the burst", async () => {
  for (let turn = 0; turn < 3; turn += 1) await take("b");
  expect(await take("b")).toBeGreaterThan(0);
  expect(await take("c")).toBe(0);
  await age("b", 86_400);
  expect([await take("b"), await take("b"), await take("b"), (await take("b")) > 0]).toEqual([0, 0, 0, true]);
});

it("tells whether a turn is there without taking it", async () => {
  expect([await wait("d"), await wait("d")]).toEqual([0, 0]);
  for (let turn = 0; turn < 3; turn += 1) await take("d");
  expect(await wait("d")).toBeGreaterThan(0);
});

it("forgets buckets that are full again, and no others", async () => {
  for (const key of ["old", "new"]) await take(key);
  await age("old", 3_700);
  await inMachinery(deleteFullBuckets);
  const kept = await database.sql`select key from rate_limits where key in ('old', 'new')`;
  expect(kept.map(({ key }) => key)).toEqual(["new"]);
});

/** Runs in a process of its own, as a web server does: asks for turns as fast as it can, and tells how many it got. */
const hungry = `
  const { takeToken } = await import("./db/rate-limits.ts");
  const { inMachinery } = await import("./db/in-machinery.ts");
  process.on("message", async ({ rate, ms }) => {
    const end = Date.now() + ms;
    let granted = 0, asked = 0;
    const loop = async () => {
      while (Date.now() < end) {
        asked += 1;
        if ((await inMachinery((tx) => takeToken(tx, "shared", rate))) === 0) granted += 1;
      }
    };
    await Promise.all([1, 2, 3, 4].map(loop));
    process.send({ granted, asked });
  });
  process.send({ ready: true });`;

it("two web processes share a bucket: together they get its burst and its rate, no more", async () => {
  const env = portalEnvironment(database.urls);
  const start = () => startService(["--input-type=module", "--eval", hungry], env);
  const both = await Promise.all([start(), start()]);
  const rate: Rate = { burst: 10, perMinute: 600 };
  const began = performance.now();
  const told = await Promise.all(
    both.map(async ({ child }) => {
      const heard = once(child, "message");
      child.send({ rate, ms: 2_000 });
      const [{ granted, asked }] = await heard;
      return { granted: Number(granted), asked: Number(asked) };
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(both.map((one) => one.kill()));
  const granted = told.reduce((sum, one) => sum + one.granted, 0);
  const asked = told.reduce((sum, one) => sum + one.asked, 0);
  if (process.env.TEST_LOG_LEVEL)
    process.stderr.write(`${Math.round(asked / seconds)} turns asked a second\n`);
  expect(granted).toBeLessThanOrEqual(rate.burst + (rate.perMinute / 60) * seconds);
  expect(granted).toBeGreaterThanOrEqual(rate.burst + rate.perMinute / 60);
});
