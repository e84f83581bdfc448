import type { ColumnKind } from "@/lib/base/column-kind";
import type { Grain, Measure } from "./spec";

/** A measure of an answer: what was asked, and what its values are. */
export type AnsweredMeasure = { measure: Measure; kind: ColumnKind; scale: number };

/** A group of a breakdown. `isRest` tells what is beyond the top from a real group without a value. */
export type Group = { key: string | null; isRest: boolean };

/** Exact text of a number or moment; null where there is nothing to say. */
export type Value = string | null;

/**
 * An answer, laid out by bucket and group: `values[measure][group][bucket]`. Without a breakdown there is one group,
 * without a grain one bucket.
 */
export type Answer = {
  measures: AnsweredMeasure[];
  grain: Grain | null;
  /** Starts of the buckets as `YYYY-MM-DDTHH:MM`, in order and without holes; null is for rows without a moment. */
  buckets: (string | null)[];
  /** Null when the question has no breakdown. */
  groups: Group[] | null;
  values: Value[][][];
  /** There was more than an answer holds, and the end of it is missing. */
  isCut: boolean;
};
