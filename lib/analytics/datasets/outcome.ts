/** How a station of this folder ended, as the worker wants to know it. */
export type FileStationOutcome =
  | { ok: true; againAfterMs?: number }
  | { ok: false; retry: true; retryAfterMs: number };

/** The worker was told to stop: the next one begins anew. */
export const BEGIN_ANEW: FileStationOutcome = { ok: false, retry: true, retryAfterMs: 0 };
