import { expect, it } from "vitest";
import { bucketFor, type CallGroup } from "./rate-plan";

const groups: CallGroup[] = ["users-read", "users-write", "other"];

// Auth0, "Management API rate limits": calls at once, and calls a minute.
const limits = {
  free: { "users-read": [2, 120], "users-write": [2, 120], other: [2, 120] },
  professional: { "users-read": [40, 500], "users-write": [20, 200], other: [10, 150] },
  enterprise: { "users-read": [50, 960], "users-write": [50, 960], other: [50, 960] },
} as const;

it.each(["free", "professional", "enterprise"] as const)(
  "stays within Auth0's limits on the plan %s",
  (plan) => {
    for (const group of groups) {
      const bucket = bucketFor(plan, group);
      const [burst, perMinute] = limits[plan][group];
      expect(bucket.burst).toBeLessThanOrEqual(burst);
      expect(bucket.perSecond * 60).toBeLessThanOrEqual(perMinute);
      expect(bucket.reserve, "something is kept back for people who wait").toBeGreaterThan(0);
      expect(bucket.reserve, "and the worker gets on").toBeLessThan(bucket.burst);
    }
  },
);

it.each(["free", "professional", "enterprise"] as const)(
  "on the plan %s a job's turn comes within the two seconds that it waits, however many people ask",
  (plan) => {
    // Two calls that others get, and one more (db/auth0-budget).
    for (const group of groups) expect(3 / bucketFor(plan, group).perSecond).toBeLessThan(2);
  },
);

it("counts groups together where Auth0 does", () => {
  const names = (plan: "free" | "professional") =>
    new Set(groups.map((group) => bucketFor(plan, group).name)).size;
  expect([names("free"), names("professional")]).toEqual([1, 3]);
});
