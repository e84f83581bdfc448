import { DAY_MS, now } from "@/lib/base/clock";

/** For how long a deleted dataset can be had back. Its files are cleared away a little later. */
export const DELETED_DAYS = 7;

/** Until when a dataset that was deleted can be had back; null once it can not. */
export function restorableUntil(deletedAt: Date): Date | null {
  const until = new Date(deletedAt.getTime() + DELETED_DAYS * DAY_MS);
  return until > now() ? until : null;
}
