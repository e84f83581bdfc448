import type { ColumnPlan } from "../file-task";
import { type Conversion, type Converting, conversion } from "./convert-sql";
import { quote } from "./quote";

/** What the engine is told to fail with at the first value that does not fit. */
export const BAD_VALUE = "a value does not fit its column";

type Planned = { plan: ColumnPlan; text: string; conversion: Conversion };

/** The statements of an import: its one pass, and what says why that pass failed. */
export type TypedSql = {
  /** The stored columns, by their cids; fails at a bad value of a column that asks. */
  select: string;
  /** The rows of the source, each text `vN` beside its cast `kN`. */
  rows: string;
  /** For each column, whether a row's value does not fit. */
  isBad: readonly string[];
  /** Whether a row is left out for a value that does not fit. */
  isLeftOut: string;
};

/** @param source from `sourceSql` */
export function typedSql(columns: readonly ColumnPlan[], source: string, options: Converting): TypedSql {
  const planned: Planned[] = columns.map((plan, place) => ({
    plan,
    text: `v${place}`,
    conversion: conversion(plan, `v${place}`, `k${place}`, options),
  }));
  const casts = planned.map(({ text, conversion: { cast } }, place) => `${text}, ${cast} AS k${place}`);
  const rows = `(SELECT ${casts.join(", ")} FROM ${source})`;
  const isBad = planned.map((column) => badSql(column, options));
  const leavers = isBad.filter((_, place) => columns[place]?.onBad === "leave-out");
  const isLeftOut = leavers.length > 0 ? leavers.map((bad) => `(${bad})`).join(" OR ") : "false";
  const values = planned.map((column, place) => `${valueSql(column, place, options)} AS ${column.plan.cid}`);
  const where = leavers.length > 0 ? ` WHERE NOT (${isLeftOut})` : "";
  return { select: `SELECT ${values.join(", ")} FROM ${rows}${where}`, rows, isBad, isLeftOut };
}

function valueSql(
  { plan, text, conversion: { exact, type } }: Planned,
  place: number,
  options: Converting,
): string {
  if (plan.kind === "text") return text;
  const kept = exact.map(({ holds, value = `k${place}` }) => `WHEN ${holds} THEN ${value}`).join(" ");
  const otherwise = plan.onBad === "ask" ? `error(${quote(BAD_VALUE)})` : "NULL";
  return `CASE ${kept} WHEN ${isEmptySql(text, options)} THEN CAST(NULL AS ${type}) ELSE ${otherwise} END`;
}

function badSql({ plan, text, conversion: { exact } }: Planned, options: Converting): string {
  if (plan.kind === "text") return "false";
  const fits = exact.map(({ holds }) => `WHEN ${holds} THEN false`).join(" ");
  return `CASE ${fits} WHEN ${isEmptySql(text, options)} THEN false ELSE true END`;
}

function isEmptySql(text: string, { nullMarkers }: Converting): string {
  const listed = nullMarkers.length > 0 ? ` OR ${text} IN (${nullMarkers.map(quote).join(", ")})` : "";
  return `${text} IS NULL OR ${text} = ''${listed}`;
}
