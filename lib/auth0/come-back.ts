import { SECOND_MS } from "@/lib/base/clock";
import type { Auth0Failure } from "./call-auth0";

const TROUBLE_MS = 3 * SECOND_MS;
const NO_TURN_MS = 5 * SECOND_MS;

/**
 * When a job that made a call in vain comes back. That it had no turn (no call was free, both import jobs are taken) is
 * no trouble: it comes back at a steady pace, however often. Trouble counts as a try, and is waited for longer each time.
 */
export function comeBack({
  reason,
  retryAfterMs,
}: Pick<Auth0Failure, "reason" | "retryAfterMs">):
  | { ok: true; againAfterMs: number }
  | { ok: false; retry: true; retryAfterMs: number } {
  return reason === "busy"
    ? { ok: true, againAfterMs: retryAfterMs ?? NO_TURN_MS }
    : { ok: false, retry: true, retryAfterMs: retryAfterMs ?? TROUBLE_MS };
}
