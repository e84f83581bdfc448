import { z } from "zod";

/** What a measure says of the rows it is taken from. `count` counts rows; the others look at one column. */
export const measureFunctions = [
  "count",
  "sum",
  "avg",
  "min",
  "max",
  "count_distinct",
  "median",
  "p95",
] as const;
export const grains = ["hour", "day", "week", "month", "quarter", "year"] as const;
export const filterOperators = [
  "eq",
  "ne",
  "lt",
  "lte",
  "gt",
  "gte",
  "in",
  "not_in",
  "contains",
  "starts_with",
  "is_null",
  "not_null",
] as const;

export type MeasureFunction = (typeof measureFunctions)[number];
export type Grain = (typeof grains)[number];
export type FilterOperator = (typeof filterOperators)[number];

/** The most buckets, groups and rows that one answer holds. */
export const MOST_ROWS = 5_000;
const LONGEST_VALUE = 1_000;

/** Columns are named by id, never by what a file's header says. */
const cid = z.string().regex(/^c\d{1,4}$/);
const day = z.iso.date();
const value = z.string().max(LONGEST_VALUE);

const measure = z.union([
  z.strictObject({ fn: z.literal("count") }),
  z.strictObject({ fn: z.enum(measureFunctions).exclude(["count"]), column: cid }),
]);

const filter = z.strictObject({
  column: cid,
  op: z.enum(filterOperators),
  values: z.array(value).max(50),
});

/**
 * A question about a dataset. It can say nothing else than this: no SQL, no name of a column, no other file.
 * Days run in UTC, both ends included; moments without a zone are taken as written.
 */
export const specSchema = z.strictObject({
  measures: z.array(measure).min(1).max(4),
  /** Without a grain, the range only narrows the rows. */
  time: z
    .strictObject({
      column: cid,
      grain: z.enum(grains).nullable(),
      from: day.nullable(),
      to: day.nullable(),
    })
    .nullable(),
  breakdown: z.strictObject({ column: cid, top: z.int().min(1).max(50), other: z.boolean() }).nullable(),
  filters: z.array(filter).max(10),
});

export type Spec = z.infer<typeof specSchema>;
export type Measure = Spec["measures"][number];
export type Filter = Spec["filters"][number];
export type Breakdown = NonNullable<Spec["breakdown"]>;
export type TimeAxis = NonNullable<Spec["time"]>;

/** Which edition of the schema a kept spec was written in. */
export const SPEC_VERSION = 1;
