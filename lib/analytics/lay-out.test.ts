import { expect, it } from "vitest";
import type { Column } from "./column";
import { layOut } from "./lay-out";
import type { Spec } from "./spec";

const columns: Column[] = [
  { cid: "c0", name: "Day", kind: "date", scale: 0 },
  { cid: "c1", name: "Channel", kind: "text", scale: 0 },
  { cid: "c2", name: "Amount", kind: "decimal", scale: 2 },
];
const byMonth = { column: "c0", grain: "month" as const, from: null, to: null };
const plain: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };

it("months in which nothing happened count 0, and have no average", () => {
  const spec: Spec = { ...plain, measures: [{ fn: "count" }, { fn: "avg", column: "c2" }], time: byMonth };
  const answer = layOut(spec, columns, [
    ["2024-01-01 00:00:00", null, false, "3", 1.5, 1],
    ["2024-04-01 00:00:00", null, false, "2", 2.5, 1],
  ]);
  expect(answer.buckets).toEqual([
    "2024-01-01T00:00",
    "2024-02-01T00:00",
    "2024-03-01T00:00",
    "2024-04-01T00:00",
  ]);
  expect(answer.values).toEqual([[["3", "0", "0", "2"]], [["1.5", null, null, "2.5"]]]);
});

it("a range that was asked for is shown whole, though nothing happened at its ends", () => {
  const spec: Spec = { ...plain, time: { ...byMonth, from: "2023-12-15", to: "2024-02-01" } };
  const answer = layOut(spec, columns, [["2024-01-01 00:00:00", null, false, "3", 1]]);
  expect(answer.buckets).toEqual(["2023-12-01T00:00", "2024-01-01T00:00", "2024-02-01T00:00"]);
  expect(answer.values[0]).toEqual([["0", "3", "0"]]);
});

it("rows without a moment have a bucket of their own, behind the others", () => {
  const answer = layOut({ ...plain, time: byMonth }, columns, [
    [null, null, false, "7", 1],
    ["2024-01-01 00:00:00", null, false, "3", 1],
  ]);
  expect(answer.buckets).toEqual(["2024-01-01T00:00", null]);
  expect(answer.values[0]).toEqual([["3", "7"]]);
});

it("a group that is really called Other, one without a value, and the rest are three", () => {
  const spec: Spec = { ...plain, breakdown: { column: "c1", top: 2, other: true } };
  const answer = layOut(spec, columns, [
    [null, "Other", false, "9", 1],
    [null, null, false, "5", 2],
    [null, null, true, "3", 3],
  ]);
  expect(answer.groups).toEqual([
    { key: "Other", isRest: false },
    { key: null, isRest: false },
    { key: null, isRest: true },
  ]);
  expect(answer.values[0]).toEqual([["9"], ["5"], ["3"]]);
});

it("groups stand in the order of their rank, though a later one was there first", () => {
  const spec: Spec = { ...plain, time: byMonth, breakdown: { column: "c1", top: 2, other: false } };
  const answer = layOut(spec, columns, [
    ["2024-01-01 00:00:00", "small", false, "1", 2],
    ["2024-02-01 00:00:00", "big", false, "9", 1],
    ["2024-02-01 00:00:00", "small", false, "2", 2],
  ]);
  expect(answer.groups?.map(({ key }) => key)).toEqual(["big", "small"]);
  expect(answer.values[0]).toEqual([
    ["0", "9"],
    ["1", "2"],
  ]);
});

it("numbers keep every digit that they came with", () => {
  const spec: Spec = { ...plain, measures: [{ fn: "sum", column: "c2" }] };
  const answer = layOut(spec, columns, [[null, null, false, "12345678901234567890.10", 1]]);
  expect(answer.values).toEqual([[["12345678901234567890.10"]]]);
  expect(answer.measures[0]).toMatchObject({ kind: "decimal", scale: 2 });
});

it("says when the end of an answer is missing", () => {
  const rows = Array.from({ length: 5_001 }, (_, n) => [null, `k${n}`, false, "1", n + 1]);
  const spec: Spec = { ...plain, breakdown: { column: "c1", top: 50, other: false } };
  expect(layOut(spec, columns, rows).isCut).toBe(true);
  expect(layOut(spec, columns, rows.slice(1)).isCut).toBe(false);
});
