import type { Measure } from "../spec";
import type { Dialect } from "./dialect";

/**
 * A measure in SQL. `parts` are taken from rows, `merge` puts the parts of several groups together, and `finish` makes
 * the measure of parts. Without `merge`, groups can't be put together: the rows must be looked at anew.
 */
export type MeasureSql = {
  parts: readonly string[];
  merge: readonly string[] | null;
  finish: (parts: readonly string[]) => string;
};

const itself = (parts: readonly string[]) => parts[0] ?? "NULL";

/** @param part names the n-th part, where parts are merged */
export function measureSql(measure: Measure, dialect: Dialect, part: (n: number) => string): MeasureSql {
  if (measure.fn === "count") return { parts: ["count(*)"], merge: [`sum(${part(0)})`], finish: itself };
  const { fn, column } = measure;
  switch (fn) {
    case "sum":
      return { parts: [`sum(${column})`], merge: [`sum(${part(0)})`], finish: itself };
    case "min":
    case "max":
      return { parts: [`${fn}(${column})`], merge: [`${fn}(${part(0)})`], finish: itself };
    case "avg":
      // Of an exact sum, so that both engines and every order of the rows give the same.
      return {
        parts: [`sum(${column})`, `count(${column})`],
        merge: [`sum(${part(0)})`, `sum(${part(1)})`],
        finish: ([sum, count]) => `CAST(${sum} AS ${dialect.double}) / nullif(${count}, 0)`,
      };
    case "count_distinct":
      return { parts: [`count(DISTINCT ${column})`], merge: null, finish: itself };
    case "median":
      return { parts: [dialect.quantile(column, 0.5)], merge: null, finish: itself };
    case "p95":
      return { parts: [dialect.quantile(column, 0.95)], merge: null, finish: itself };
  }
}
