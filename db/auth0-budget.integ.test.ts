import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { type Bucket, drainBucket, takeCall } from "./auth0-budget";
import { inMachinery } from "./in-machinery";
import { openPortal } from "./testing/open-portal";
import { portalEnvironment } from "./testing/portal-environment";
import { startService } from "./testing/start-service";

const database = openPortal();

const take = (bucket: Bucket, urgent = false) => inMachinery((tx) => takeCall(tx, bucket, urgent));
const slow = (name: string): Bucket => ({ name, burst: 5, perSecond: 0.01, reserve: 2 });

it("lets a burst through, keeps the reserve for people who wait, and says when to come back", async () => {
  const bucket = slow("reserve");
  const patient = [await take(bucket), await take(bucket), await take(bucket), await take(bucket)];
  expect(patient.slice(0, 3)).toEqual([0, 0, 0]);
  expect(patient[3]).toBeGreaterThan(90_000);
  expect([await take(bucket, true), await take(bucket, true)]).toEqual([0, 0]);
  expect(await take(bucket, true)).toBeGreaterThan(90_000);
});

it("starts from empty after Auth0 said 429, and fills again with time, up to the burst", async () => {
  const bucket = { ...slow("drained"), reserve: 0 };
  await take(bucket);
  await inMachinery((tx) => drainBucket(tx, bucket.name));
  expect(await take(bucket, true)).toBeGreaterThan(0);
  await database.sql`
    update auth0_budget set refilled_at = now() - interval '1 day' where name = ${bucket.name}`;
  const burst = [1, 2, 3, 4, 5].map(() => take(bucket));
  expect(await Promise.all(burst)).toEqual([0, 0, 0, 0, 0]);
  expect(await take(bucket)).toBeGreaterThan(0);
});

it("while more people wait than there are calls, every third call is still the worker's", async () => {
  // The smallest plan, five times as fast.
  const bucket: Bucket = { name: "crowded", burst: 2, perSecond: 9, reserve: 1 };
  const granted = { urgent: 0, patient: 0 };
  const [began, end] = [performance.now(), performance.now() + 3_000];
  const ask = async (kind: "urgent" | "patient") => {
    while (performance.now() < end) {
      const waitMs = await take(bucket, kind === "urgent");
      if (waitMs === 0) granted[kind] += 1;
      else await sleep(waitMs);
    }
  };
  await Promise.all([ask("urgent"), ask("urgent"), ask("urgent"), ask("urgent"), ask("patient")]);
  const inAll = bucket.burst + (bucket.perSecond * (performance.now() - began)) / 1_000;
  const sum = granted.urgent + granted.patient;
  expect(sum).toBeLessThanOrEqual(inAll);
  expect(sum).toBeGreaterThan(inAll / 2);
  // A third, less what is lost where the machine wakes somebody late.
  expect(granted.patient).toBeGreaterThan(sum / 6);
  expect(granted.urgent).toBeGreaterThan(sum / 2);
});

it("who has waited for as long as two calls take has the next one, before people who wait", async () => {
  const bucket = { ...slow("turns"), burst: 2, reserve: 1 };
  expect(await take(bucket, true)).toBe(0);
  const waitMs = await take(bucket);
  expect(waitMs).toBeGreaterThan(90_000);
  expect(waitMs).toBeLessThanOrEqual(100_000);
  // Two refills go by, which people took.
  await database.sql`
    update auth0_budget set patient_since = patient_since - interval '200 seconds' where name = ${bucket.name}`;
  expect(await take(bucket, true)).toBeGreaterThan(90_000);
  expect(await take(bucket)).toBe(0);
  expect(await take(bucket)).toBeGreaterThan(190_000);
});

/** Runs in a process of its own: asks for calls as fast as it can for a while, and tells how many it was granted. */
const hungry = `
  const { takeCall } = await import("./db/auth0-budget.ts");
  const { inMachinery } = await import("./db/in-machinery.ts");
  process.on("message", async ({ bucket, ms }) => {
    const end = Date.now() + ms;
    let granted = 0;
    const loop = async () => {
      while (Date.now() < end) if ((await inMachinery((tx) => takeCall(tx, bucket, false))) === 0) granted += 1;
    };
    await Promise.all([1, 2, 3, 4].map(loop));
    process.send({ granted });
  });
  process.send({ ready: true });`;

it("two processes that share a bucket never get more than its burst and its rate", async () => {
  const env = portalEnvironment(database.urls);
  const start = () => startService(["--input-type=module", "--eval", hungry], env);
  const both = await Promise.all([start(), start()]);
  const bucket: Bucket = { name: "shared", burst: 10, perSecond: 20, reserve: 0 };
  const began = performance.now();
  const granted = await Promise.all(
    both.map(async ({ child }) => {
      const heard = once(child, "message");
      child.send({ bucket, ms: 2_500 });
      return Number((await heard)[0].granted);
    }),
  );
  const seconds = (performance.now() - began) / 1_000;
  await Promise.all(both.map((one) => one.kill()));
  const total = granted.reduce((sum, one) => sum + one, 0);
  expect(total).toBeLessThanOrEqual(bucket.burst + bucket.perSecond * seconds);
  expect(total).toBeGreaterThanOrEqual(bucket.burst + bucket.perSecond);
});
