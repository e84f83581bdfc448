import { type ColumnKind, isNumeric, isTemporal } from "@/lib/base/column-kind";
import type { Column } from "./column";
import type { Filter, Measure, Spec } from "./spec";

/** What keeps a question from being asked of these columns, and where in it. */
export type SpecProblem =
  | { code: "unknown-column"; column: string }
  | { code: "not-numeric" | "not-temporal" | "not-text"; column: string }
  | { code: "no-hours"; column: string }
  | { code: "bad-value"; column: string; value: string }
  | { code: "wrong-number-of-values"; column: string }
  | { code: "range-backwards" };

const wholes = /^-?(0|[1-9]\d{0,17})$/;
const exacts = /^-?\d{1,17}(\.\d{1,10})?$/;
const doubles = /^-?\d{1,300}(\.\d{1,300})?([eE][+-]?\d{1,3})?$/;
const days = /^\d{4}-\d{2}-\d{2}$/;
const moments = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?)?$/;

/** Holds a question against the columns of the version that it is about to be asked of; all problems at once. */
export function checkSpec(spec: Spec, columns: readonly Column[]): SpecProblem[] {
  const known = new Map(columns.map((column) => [column.cid, column]));
  const problems = [
    ...spec.measures.map((measure) => checkMeasure(measure, known)),
    checkTime(spec, known),
    spec.breakdown && !known.has(spec.breakdown.column) ? unknown(spec.breakdown.column) : null,
    ...spec.filters.map((filter) => checkFilter(filter, known)),
  ];
  return problems.filter((problem) => problem !== null);
}

type Known = ReadonlyMap<string, Column>;

const unknown = (column: string): SpecProblem => ({ code: "unknown-column", column });

function checkMeasure(measure: Measure, known: Known): SpecProblem | null {
  if (measure.fn === "count") return null;
  const column = known.get(measure.column);
  if (column === undefined) return unknown(measure.column);
  if (measure.fn === "count_distinct") return null;
  const isRange = measure.fn === "min" || measure.fn === "max";
  if (isNumeric(column.kind) || (isRange && isTemporal(column.kind))) return null;
  return { code: "not-numeric", column: column.cid };
}

function checkTime({ time }: Spec, known: Known): SpecProblem | null {
  if (time === null) return null;
  const column = known.get(time.column);
  if (column === undefined) return unknown(time.column);
  if (!isTemporal(column.kind)) return { code: "not-temporal", column: column.cid };
  if (time.grain === "hour" && column.kind === "date") return { code: "no-hours", column: column.cid };
  if (time.from !== null && time.to !== null && time.from > time.to) return { code: "range-backwards" };
  return null;
}

function checkFilter({ column: cid, op, values }: Filter, known: Known): SpecProblem | null {
  const column = known.get(cid);
  if (column === undefined) return unknown(cid);
  if (!isCountRight(op, values.length)) return { code: "wrong-number-of-values", column: cid };
  if ((op === "contains" || op === "starts_with") && column.kind !== "text")
    return { code: "not-text", column: cid };
  const bad = values.find((value) => !fits(column.kind, value));
  return bad === undefined ? null : { code: "bad-value", column: cid, value: bad };
}

function isCountRight(op: Filter["op"], count: number): boolean {
  if (op === "is_null" || op === "not_null") return count === 0;
  return op === "in" || op === "not_in" ? count > 0 : count === 1;
}

/** Whether a value that somebody typed can be compared with a column of this kind. */
export function fits(kind: ColumnKind, value: string): boolean {
  switch (kind) {
    case "text":
      return !value.includes("\0");
    case "integer":
      return wholes.test(value);
    case "decimal":
      return exacts.test(value);
    case "number":
      return doubles.test(value) && Number.isFinite(Number(value));
    case "boolean":
      return value === "true" || value === "false";
    case "date":
      return days.test(value) && isDay(value);
    case "timestamp":
      return moments.test(value) && isDay(value.slice(0, 10)) && !Number.isNaN(Date.parse(value));
  }
}

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}
