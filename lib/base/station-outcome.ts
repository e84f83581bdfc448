/**
 * How a station that the worker runs ended. `againAfterMs`: all is well, look once more after a while. `retry`: an outside
 * service was in the way; the worker waits longer each time. Bugs are exceptions.
 */
export type StationOutcome =
  | { ok: true; againAfterMs?: number }
  | { ok: false; retry: true; retryAfterMs: number };
