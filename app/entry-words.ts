import type { TimelineEntry } from "@/lib/seats/read-person";

export type Facts = TimelineEntry["facts"];

/** An entry of the log for people: what happened, what else there is to say, and what was there before and after. */
export type EntryWords = {
  title: string;
  detail?: string | undefined;
  change?: { before: string; after: string } | undefined;
};

/** A fact as it stands; nothing for one that is not there. */
export function text(fact: unknown): string {
  return fact === null || fact === undefined ? "" : String(fact);
}

/** An amount with its noun, such as "1 row" and "1,200 rows". */
export function count(amount: unknown, noun: string): string {
  return amount === 1 ? `1 ${noun}` : `${Number(amount ?? 0).toLocaleString("en-US")} ${noun}s`;
}
