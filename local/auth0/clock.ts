export interface Clock {
  /** The tenant's time: the machine's, plus what a test has moved it by. */
  now(): Date;
  /**
   * The machine's time. Only for what others read with a clock of their own: the dates inside
   * tokens, and rate limits with their headers.
   */
  machineNow(): Date;
  /** How far the tenant's time runs ahead of the machine's, in milliseconds. */
  readonly offsetMs: number;
  moveTo(offsetMs: number): void;
}

/** Makes the one clock of the tenant, `offsetMs` milliseconds ahead of the machine's. */
export function createClock(offsetMs = 0): Clock {
  let ahead = offsetMs;
  return {
    now: () => new Date(Date.now() + ahead),
    machineNow: () => new Date(),
    get offsetMs() {
      return ahead;
    },
    moveTo: (target) => {
      ahead = target;
    },
  };
}
