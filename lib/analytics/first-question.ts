import { isTemporal } from "@/lib/base/column-kind";
import type { DatasetColumn } from "./ask-dataset";
import type { Grain, Spec } from "./spec";

/** Fewer words than these make a breakdown that can be read. */
const FEW = 50;
const DAY_MS = 86_400_000;

/** What is asked when somebody opens a dataset: how many rows, over its time or by a column of few words. */
export function firstQuestion(columns: readonly DatasetColumn[]): Spec {
  const plain: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };
  const temporal = columns.find(({ kind, min }) => isTemporal(kind) && min !== null);
  if (temporal !== undefined)
    return { ...plain, time: { column: temporal.cid, grain: grainFor(temporal), from: null, to: null } };
  const words = columns.find(
    ({ kind, distinctEstimate: distinct }) => kind === "text" && distinct > 1 && distinct <= FEW,
  );
  return words === undefined ? plain : { ...plain, breakdown: { column: words.cid, top: 10, other: true } };
}

/** A grain that makes some dozens of buckets of a column's range. */
export function grainFor({ min, max }: Pick<DatasetColumn, "min" | "max">): Grain {
  const days = (Date.parse((max ?? "").slice(0, 10)) - Date.parse((min ?? "").slice(0, 10))) / DAY_MS;
  if (!Number.isFinite(days)) return "month";
  if (days <= 62) return "day";
  if (days <= 365) return "week";
  return days <= 365 * 8 ? "month" : "year";
}
