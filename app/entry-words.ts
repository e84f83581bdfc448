import { countOf } from "@/lib/base/count-of";
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

/** An amount among the facts with its noun; one that is not there is none. */
export function count(amount: unknown, noun: string): string {
  return countOf(Number(amount ?? 0), noun);
}
