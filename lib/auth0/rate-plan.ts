import type { Bucket } from "@/db/auth0-budget";
import type { Env } from "@/lib/base/env-schema";

/** The groups in which Auth0 counts the calls that the portal makes. */
export type CallGroup = "users-read" | "users-write" | "other";

const all = (burst: number, perSecond: number, reserve: number): Record<CallGroup, Bucket> => {
  const bucket = { name: "all", burst, perSecond, reserve };
  return { "users-read": bucket, "users-write": bucket, other: bucket };
};

/**
 * What the portal allows itself, a little below Auth0's own limits, with a reserve for people who wait.
 * Source: Auth0, "Management API rate limits": free 2/s; professional by group, 500, 200 and 150 a minute with
 * bursts of 40, 20 and 10; enterprise 16/s with a burst of 50.
 */
const plans: Record<Env["AUTH0_PLAN"], Record<CallGroup, Bucket>> = {
  free: all(2, 1.8, 1),
  professional: {
    "users-read": { name: "users-read", burst: 36, perSecond: 7.5, reserve: 8 },
    "users-write": { name: "users-write", burst: 18, perSecond: 3, reserve: 4 },
    other: { name: "other", burst: 9, perSecond: 2.25, reserve: 3 },
  },
  enterprise: all(45, 14, 10),
};

/** The bucket from which a call of a group is paid. */
export function bucketFor(plan: Env["AUTH0_PLAN"], group: CallGroup): Bucket {
  return plans[plan][group];
}
