import type { AnsweredMeasure } from "./answer";
import type { Column } from "./column";
import type { Measure } from "./spec";

/** What the values of a measure are: counts are whole, sums keep their column's kind, averages are doubles. */
export function measureKind(measure: Measure, columns: readonly Column[]): AnsweredMeasure {
  if (measure.fn === "count" || measure.fn === "count_distinct")
    return { measure, kind: "integer", scale: 0 };
  const column = columns.find(({ cid }) => cid === measure.column);
  const isKept = measure.fn === "sum" || measure.fn === "min" || measure.fn === "max";
  if (column === undefined || !isKept) return { measure, kind: "number", scale: 0 };
  return { measure, kind: column.kind, scale: column.scale };
}
