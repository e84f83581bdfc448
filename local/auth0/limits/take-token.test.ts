import { expect, test } from "vitest";
import { type Bucket, takeToken } from "./take-token";

const rule = { burst: 2, perSecond: 2 };

function takeAt(...moments: number[]) {
  let bucket: Bucket | undefined;
  return moments.map((now) => {
    const taken = takeToken(rule, bucket, now);
    bucket = taken.bucket;
    return taken;
  });
}

test("a full bucket allows its burst and no more", () => {
  expect(takeAt(0, 0, 0).map(({ allowed }) => allowed)).toEqual([true, true, false]);
});

test("it refills at its rate, never above its burst", () => {
  expect(takeAt(0, 0, 499, 500).map(({ allowed }) => allowed)).toEqual([true, true, false, true]);
  expect(takeAt(0, 60_000, 60_000, 60_000).map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
});

test("a refused call costs nothing", () => {
  expect(takeAt(0, 0, 100, 200, 300, 500).at(-1)?.allowed).toBe(true);
});

test("the reset time is a moment at which the next call is allowed", () => {
  const refused = takeAt(0, 0, 0).at(-1);
  expect(refused?.remaining).toBe(0);
  expect(takeToken(rule, refused?.bucket, (refused?.resetAt ?? 0) * 1_000).allowed).toBe(true);
});

test("a clock that goes back takes nothing away", () => {
  expect(takeAt(10_000, 5_000)[1]).toMatchObject({ allowed: true, remaining: 0 });
});
