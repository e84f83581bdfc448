import type { Plan } from "../read-config";
import type { BucketRule } from "./take-token";

/** What a call counts against. `authentication` is everything outside the Management API. */
export type RateGroup = "users-read" | "users-write" | "users-delete" | "others" | "authentication";

interface PlanLimits {
  /** Groups that share a name share a bucket. */
  bucketOf: Record<RateGroup, string>;
  rules: Record<string, BucketRule>;
}

const perMinute = (calls: number): number => calls / 60;

const oneManagementBucket = {
  "users-read": "management",
  "users-write": "management",
  "users-delete": "management",
  others: "management",
  authentication: "authentication",
} satisfies Record<RateGroup, string>;

const limits: Record<Plan, PlanLimits> = {
  free: {
    bucketOf: oneManagementBucket,
    rules: {
      management: { burst: 2, perSecond: 2 },
      authentication: { burst: 300, perSecond: perMinute(300) },
    },
  },
  professional: {
    bucketOf: {
      "users-read": "users-read",
      "users-write": "users-write",
      "users-delete": "users-delete",
      others: "others",
      authentication: "authentication",
    },
    rules: {
      "users-read": { burst: 40, perSecond: perMinute(500) },
      "users-write": { burst: 20, perSecond: perMinute(200) },
      "users-delete": { burst: 20, perSecond: perMinute(200) },
      others: { burst: 10, perSecond: perMinute(150) },
      authentication: { burst: 25, perSecond: 25 },
    },
  },
  enterprise: {
    bucketOf: oneManagementBucket,
    rules: {
      management: { burst: 50, perSecond: 16 },
      authentication: { burst: 100, perSecond: 100 },
    },
  },
};

/**
 * The bucket a group of calls draws from under a plan, and its rule.
 * Source: Auth0's rate limit policy, "Rate Limit Configurations" by subscription.
 */
export function planLimits(plan: Plan, group: RateGroup): { bucket: string; rule: BucketRule } {
  const bucket = limits[plan].bucketOf[group];
  const rule = limits[plan].rules[bucket];
  if (!rule) throw new Error(`plan ${plan} has no rule for bucket ${bucket}`);
  return { bucket, rule };
}
