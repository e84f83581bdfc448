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
  /** Takes all that is left of the group's bucket and refuses, whatever the settings say. */
  deny(group: RateGroup): RateVerdict;
  refill(): void;
}

/**
 * Counts calls against the plan in `settings`, which may change while it runs. With rate limits switched off
 * every call is allowed and the headers still tell the truth about the bucket.
 */
export function createRateLimiter(settings: Settings, clock: Clock): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const spend = (group: RateGroup, drained: boolean): RateVerdict => {
    const { bucket, rule } = planLimits(settings.plan, group);
    const key = `${settings.plan}/${bucket}`;
    const now = clock.machineNow().getTime();
    const taken = takeToken(rule, drained ? { tokens: 0, at: now } : buckets.get(key), now);
    buckets.set(key, taken.bucket);
    return {
      allowed: !drained && (taken.allowed || !settings.rateLimits),
      headers: {
        "x-ratelimit-limit": String(rule.burst),
        "x-ratelimit-remaining": String(taken.remaining),
        "x-ratelimit-reset": String(taken.resetAt),
      },
    };
  };
  return {
    spend: (group) => spend(group, false),
    deny: (group) => spend(group, true),
    refill: () => buckets.clear(),
  };
}
