import { expect, it } from "vitest";
import { checkSpec } from "./check-spec";
import type { Column } from "./column";
import { compile } from "./compile/compile";
import { duckdb } from "./compile/dialect";
import { type Spec, specSchema } from "./spec";

const columns: Column[] = [
  { cid: "c0", name: 'At"; DROP TABLE d; --', kind: "timestamp", scale: 0 },
  { cid: "c1", name: "Channel", kind: "text", scale: 0 },
  { cid: "c2", name: "Amount", kind: "decimal", scale: 2 },
  { cid: "c3", name: "Flag", kind: "boolean", scale: 0 },
  { cid: "c4", name: "Day", kind: "date", scale: 0 },
  { cid: "c5", name: "Count", kind: "integer", scale: 0 },
];
const plain = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };
const time = { column: "c0", grain: "day", from: null, to: null };
const breakdown = { column: "c1", top: 5, other: true };
const filter = { column: "c1", op: "eq", values: ["x"] };

const injections = [
  "c1; DROP TABLE d",
  "c1--",
  "c1 OR 1=1",
  '"c1"',
  "C1",
  "c1 ",
  " c1",
  "c1\n",
  "c12345",
  "c-1",
  "c",
  "1",
  "*",
  "d.c1",
  "c1)",
  "(select 1)",
  "rowid",
  "c1\u0000",
  "c１",
  "",
];

const hostile: unknown[] = [
  null,
  [],
  "count",
  {},
  { ...plain, sql: "SELECT 1" },
  { ...plain, measures: [] },
  { ...plain, measures: Array.from({ length: 5 }, () => ({ fn: "count" })) },
  { ...plain, measures: [{ fn: "count", column: "c1" }] },
  { ...plain, measures: [{ fn: "sum" }] },
  { ...plain, measures: [{ fn: "read_text", column: "c1" }] },
  { ...plain, measures: [{ fn: "SUM", column: "c2" }] },
  { ...plain, measures: [{ fn: "sum) FROM d; --", column: "c2" }] },
  { ...plain, measures: [{ fn: "sum", column: "c2", as: "x" }] },
  { ...plain, measures: [{ fn: ["sum"], column: "c2" }] },
  { ...plain, measures: [{ fn: "sum", column: ["c2"] }] },
  { ...plain, measures: { fn: "count" } },
  { ...plain, time: { ...time, grain: "century" } },
  { ...plain, time: { ...time, grain: "day'), ('" } },
  { ...plain, time: { ...time, from: "yesterday" } },
  { ...plain, time: { ...time, from: "2024-02-30" } },
  { ...plain, time: { ...time, to: "2024-01-01'; --" } },
  { ...plain, time: { ...time, zone: "UTC" } },
  { ...plain, breakdown: { ...breakdown, top: 0 } },
  { ...plain, breakdown: { ...breakdown, top: 51 } },
  { ...plain, breakdown: { ...breakdown, top: 1.5 } },
  { ...plain, breakdown: { ...breakdown, top: "5" } },
  { ...plain, breakdown: { ...breakdown, top: Number.NaN } },
  { ...plain, breakdown: { ...breakdown, other: "yes" } },
  { ...plain, breakdown: [breakdown] },
  { ...plain, filters: Array.from({ length: 11 }, () => filter) },
  { ...plain, filters: [{ ...filter, op: "like" }] },
  { ...plain, filters: [{ ...filter, op: "= 1 OR 1" }] },
  { ...plain, filters: [{ ...filter, op: "__proto__" }] },
  { ...plain, filters: [{ ...filter, values: "x" }] },
  { ...plain, filters: [{ ...filter, values: [1] }] },
  { ...plain, filters: [{ ...filter, values: [null] }] },
  { ...plain, filters: [{ ...filter, values: ["x".repeat(1_001)] }] },
  { ...plain, filters: [{ ...filter, values: Array.from({ length: 51 }, () => "x") }] },
  { ...plain, filters: [{ ...filter, not: true }] },
  { ...plain, limit: 1_000_000 },
  ...injections.flatMap((column) => [
    { ...plain, breakdown: { ...breakdown, column } },
    { ...plain, filters: [{ ...filter, column }] },
  ]),
];

it.each(hostile.map((spec) => [JSON.stringify(spec), spec]))("refuses %s", (_, spec) => {
  expect(specSchema.safeParse(spec).success).toBe(false);
});

it("there are enough of them", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(60);
});

const wrong: [string, Partial<Spec>, string][] = [
  ["a column that is not there", { breakdown: { column: "c9", top: 5, other: true } }, "unknown-column"],
  ["a sum of words", { measures: [{ fn: "sum", column: "c1" }] }, "not-numeric"],
  ["a median of moments", { measures: [{ fn: "median", column: "c0" }] }, "not-numeric"],
  ["the least of words", { measures: [{ fn: "min", column: "c1" }] }, "not-numeric"],
  ["a time line of words", { time: { column: "c1", grain: "day", from: null, to: null } }, "not-temporal"],
  ["hours of days", { time: { column: "c4", grain: "hour", from: null, to: null } }, "no-hours"],
  [
    "a range that runs backwards",
    { time: { column: "c4", grain: "day", from: "2024-02-01", to: "2024-01-01" } },
    "range-backwards",
  ],
  ["words for a number", { filters: [{ column: "c2", op: "gt", values: ["1; DROP"] }] }, "bad-value"],
  ["a number too long", { filters: [{ column: "c5", op: "eq", values: ["9".repeat(19)] }] }, "bad-value"],
  ["a day that is none", { filters: [{ column: "c4", op: "eq", values: ["2024-02-30"] }] }, "bad-value"],
  ["words for yes or no", { filters: [{ column: "c3", op: "eq", values: ["maybe"] }] }, "bad-value"],
  ["a NUL", { filters: [{ column: "c1", op: "eq", values: ["a\0b"] }] }, "bad-value"],
  ["part of a number", { filters: [{ column: "c2", op: "contains", values: ["1"] }] }, "not-text"],
  ["no value", { filters: [{ column: "c1", op: "eq", values: [] }] }, "wrong-number-of-values"],
  [
    "a value too many",
    { filters: [{ column: "c1", op: "is_null", values: ["x"] }] },
    "wrong-number-of-values",
  ],
];

it.each(wrong)("names what is wrong with %s", (_, change, code) => {
  const spec = { ...plain, ...change } as Spec;
  expect(specSchema.safeParse(spec).success).toBe(true);
  expect(checkSpec(spec, columns).map((problem) => problem.code)).toEqual([code]);
});

const values = [
  "' OR '1'='1",
  "'; DROP VIEW d; --",
  "$1",
  "$2; SELECT 1",
  "\\",
  "%",
  "_",
  "c1",
  "NULL",
  "x'||(SELECT 1)||'",
  '"',
];

it.each(values)("the value %s is bound and becomes no part of the SQL", (value) => {
  const spec = { ...plain, filters: [{ column: "c1", op: "eq", values: [value] }] } as Spec;
  const { sql, params } = compile(spec, columns, duckdb);
  expect(params).toEqual([value]);
  expect(sql).toBe(
    compile({ ...spec, filters: [{ column: "c1", op: "eq", values: ["x"] }] }, columns, duckdb).sql,
  );
});

it("what a file's header says is no part of the SQL", () => {
  const spec = { ...plain, time } as Spec;
  expect(compile(spec, columns, duckdb).sql).not.toContain("DROP");
});
