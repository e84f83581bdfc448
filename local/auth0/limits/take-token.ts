/** A token bucket: `burst` calls at once, refilled at `perSecond`. */
export interface BucketRule {
  burst: number;
  perSecond: number;
}

export interface Bucket {
  tokens: number;
  /** Milliseconds since the epoch at which `tokens` was right. */
  at: number;
}

export interface Taken {
  allowed: boolean;
  bucket: Bucket;
  remaining: number;
  /** When the next call is sure to be allowed, in whole seconds since the epoch. */
  resetAt: number;
}

/**
 * Takes one token from a bucket, if there is one. Pure.
 * @param bucket the bucket's last state; undefined is a full one
 * @param now milliseconds since the epoch
 */
export function takeToken(rule: BucketRule, bucket: Bucket | undefined, now: number): Taken {
  const refilled = bucket
    ? Math.min(rule.burst, bucket.tokens + (Math.max(0, now - bucket.at) * rule.perSecond) / 1_000)
    : rule.burst;
  const allowed = refilled >= 1;
  const tokens = allowed ? refilled - 1 : refilled;
  const waitMs = (Math.max(0, 1 - tokens) * 1_000) / rule.perSecond;
  return {
    allowed,
    bucket: { tokens, at: now },
    remaining: Math.floor(tokens),
    resetAt: Math.ceil((now + waitMs) / 1_000),
  };
}
