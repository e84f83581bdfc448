import type { Column } from "../column";
import type { Filter, Spec, TimeAxis } from "../spec";
import type { Dialect } from "./dialect";
import type { Params } from "./params";

const comparisons = { lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

/** The condition that rows must meet, with its `WHERE`; empty when all count. */
export function where(
  spec: Spec,
  columns: ReadonlyMap<string, Column>,
  dialect: Dialect,
  params: Params,
): string {
  const conditions = spec.filters.map((filter) => {
    const column = columns.get(filter.column);
    return column === undefined ? "FALSE" : condition(filter, column, dialect, params);
  });
  if (spec.time !== null) conditions.push(...inRange(spec.time, dialect, params));
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}

/** Without a value, a row is other than any value: "is not red" keeps the rows that name no colour. */
function condition({ op, values }: Filter, column: Column, dialect: Dialect, params: Params): string {
  const { cid, kind } = column;
  const bind = (value: string) => params.bind(value, dialect.type(kind, scaleOf(column, value)));
  const first = values[0] ?? "";
  switch (op) {
    case "is_null":
      return `${cid} IS NULL`;
    case "not_null":
      return `${cid} IS NOT NULL`;
    case "eq":
      return `${cid} = ${bind(first)}`;
    case "ne":
      return `${cid} IS DISTINCT FROM ${bind(first)}`;
    case "in":
      return `${cid} IN (${values.map(bind).join(", ")})`;
    case "not_in":
      return `(${cid} NOT IN (${values.map(bind).join(", ")}) OR ${cid} IS NULL)`;
    case "contains":
      return dialect.contains(cid, bind(first));
    case "starts_with":
      return dialect.startsWith(cid, bind(first));
    default:
      return `${kind === "text" ? dialect.sortText(cid) : cid} ${comparisons[op]} ${bind(first)}`;
  }
}

/** A value with more digits than the column has is compared as it is, not rounded to the column's. */
function scaleOf({ kind, scale }: Column, value: string): number {
  const digits = value.split(".")[1]?.length ?? 0;
  return kind === "decimal" && digits > scale ? Math.max(digits, 5) : scale;
}

function inRange({ column, from, to }: TimeAxis, dialect: Dialect, params: Params): string[] {
  const date = dialect.type("date", 0);
  return [
    ...(from === null ? [] : [`${column} >= ${params.bind(from, date)}`]),
    ...(to === null ? [] : [`${column} < ${params.bind(dayAfter(to), date)}`]),
  ];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
