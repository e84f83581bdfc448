import type { Clock } from "../clock";
import type { Settings } from "../settings";
import { planLimits, type RateGroup } from "./plan-limits";
import { type Bucket, takeToken } from "./take-token";

export interface RateVerdict {
  allowed: boolean;
  /** Auth0's three headers, for every reply. */
  headers: Record<string, string>;
}

export interface RateLimiter {
  spend(group: RateGroup): RateVerdict;
  refill(): void;
}

/**
 * Counts calls against the plan in `settings`, which may change while it runs. With rate limits switched off
 * every call is allowed and the headers still tell the truth about the bucket.
 */
export function createRateLimiter(settings: Settings, clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  return {
    spend(group) {
      const { bucket, rule } = planLimits(settings.plan, group);
      const key = `${settings.plan}/${bucket}`;
      const taken = takeToken(rule, buckets.get(key), clock.machineNow().getTime());
      buckets.set(key, taken.bucket);
      return {
        allowed: taken.allowed || !settings.rateLimits,
        headers: {
          "x-ratelimit-limit": String(rule.burst),
          "x-ratelimit-remaining": String(taken.remaining),
          "x-ratelimit-reset": String(taken.resetAt),
        },
      };
    },
    refill: () => buckets.clear(),
  };
}
