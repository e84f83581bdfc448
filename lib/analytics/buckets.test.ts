import { expect, it } from "vitest";
import { bucketOf, bucketsBetween, nextBucket } from "./buckets";

it.each([
  ["hour", "2024-02-29T23:00", "2024-03-01T00:00"],
  ["day", "2024-02-28T00:00", "2024-02-29T00:00"],
  ["week", "2024-12-30T00:00", "2025-01-06T00:00"],
  ["month", "2024-12-01T00:00", "2025-01-01T00:00"],
  ["quarter", "2024-10-01T00:00", "2025-01-01T00:00"],
  ["year", "2024-01-01T00:00", "2025-01-01T00:00"],
] as const)("the next %s", (grain, at, next) => {
  expect(nextBucket(at, grain)).toBe(next);
});

it.each([
  ["day", "2024-02-29", "2024-02-29T00:00"],
  ["week", "2024-01-07", "2024-01-01T00:00"],
  ["week", "2024-01-08", "2024-01-08T00:00"],
  ["month", "2024-02-29", "2024-02-01T00:00"],
  ["quarter", "2024-06-30", "2024-04-01T00:00"],
  ["year", "2024-06-30", "2024-01-01T00:00"],
] as const)("the %s of %s", (grain, day, bucket) => {
  expect(bucketOf(day, grain)).toBe(bucket);
});

it("more buckets than wanted are none", () => {
  expect(bucketsBetween("2024-01-01T00:00", "2024-01-03T00:00", "day", 3)).toHaveLength(3);
  expect(bucketsBetween("2024-01-01T00:00", "2024-01-04T00:00", "day", 3)).toBeNull();
});
