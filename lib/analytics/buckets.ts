import type { Grain } from "./spec";

/** The start of the bucket after the one that starts at `at`; all in UTC. */
export function nextBucket(at: string, grain: Grain): string {
  const date = new Date(`${at}Z`);
  switch (grain) {
    case "hour":
      date.setUTCHours(date.getUTCHours() + 1);
      break;
    case "day":
      date.setUTCDate(date.getUTCDate() + 1);
      break;
    case "week":
      date.setUTCDate(date.getUTCDate() + 7);
      break;
    case "month":
      date.setUTCMonth(date.getUTCMonth() + 1);
      break;
    case "quarter":
      date.setUTCMonth(date.getUTCMonth() + 3);
      break;
    case "year":
      date.setUTCFullYear(date.getUTCFullYear() + 1);
      break;
  }
  return date.toISOString().slice(0, 16);
}

/** The start of the bucket that a day lies in. Weeks begin on Monday (ISO 8601). */
export function bucketOf(day: string, grain: Grain): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (grain === "week") date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  if (grain === "month" || grain === "quarter" || grain === "year") date.setUTCDate(1);
  if (grain === "quarter") date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3));
  if (grain === "year") date.setUTCMonth(0);
  return date.toISOString().slice(0, 16);
}

/** Every bucket from `first` to `last`; null when there are more than `most`. */
export function bucketsBetween(first: string, last: string, grain: Grain, most: number): string[] | null {
  const buckets: string[] = [];
  for (let at = first; at <= last; at = nextBucket(at, grain)) {
    if (buckets.length === most) return null;
    buckets.push(at);
  }
  return buckets;
}
