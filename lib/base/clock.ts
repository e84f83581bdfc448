/** The present moment. One door for time, so that tests can hold it still. */
export function now(): Date {
  return new Date();
}

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
