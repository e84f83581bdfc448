/** A failure of an outside service; `retry` says whether the same call may succeed later. */
export type OutsideFailure<Reason extends string> = {
  ok: false;
  reason: Reason;
  retry: boolean;
  /** How long to wait before trying again, in milliseconds, where the service said so. */
  retryAfterMs?: number;
};
