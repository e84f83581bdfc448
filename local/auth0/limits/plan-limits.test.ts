import { expect, test } from "vitest";
import { planLimits } from "./plan-limits";

test("the free plan has one bucket for the whole Management API", () => {
  const groups = ["users-read", "users-write", "users-delete", "others"] as const;
  expect(new Set(groups.map((group) => planLimits("free", group).bucket)).size).toBe(1);
  expect(planLimits("free", "others").rule).toEqual({ burst: 2, perSecond: 2 });
});

test("the professional plan counts tickets and jobs apart from users: 150 a minute, 10 at once", () => {
  expect(planLimits("professional", "others").rule).toEqual({ burst: 10, perSecond: 2.5 });
  expect(planLimits("professional", "users-read").rule.burst).toBe(40);
});

test("the enterprise plan has one bucket of 50 that fills with 16 a second", () => {
  expect(planLimits("enterprise", "others")).toEqual(planLimits("enterprise", "users-write"));
  expect(planLimits("enterprise", "others").rule).toEqual({ burst: 50, perSecond: 16 });
});

test("signing in never draws from the Management API's bucket", () => {
  for (const plan of ["free", "professional", "enterprise"] as const)
    expect(planLimits(plan, "authentication").bucket).not.toBe(planLimits(plan, "others").bucket);
});
