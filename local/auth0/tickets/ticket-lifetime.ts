const FIVE_DAYS_S = 432_000;

/**
 * How long a ticket lives, in seconds: 0 and absent mean five days, not "never" and not "at once".
 * Source: Auth0 Management API v2, "Create an email verification ticket", `ttl_sec`.
 */
export function ticketLifetime(ttlSec: number | undefined): number {
  return ttlSec || FIVE_DAYS_S;
}
