import { expect, it } from "vitest";
import type { ImportOptions, TableProposal } from "@/lib/base/dataset-file";
import { planColumns } from "./plan-columns";

const proposal = (...names: string[]): TableProposal => ({
  asks: "columns",
  encoding: "utf-8",
  isPrepared: false,
  delimiter: ",",
  rows: 1,
  columns: names.map((name) => ({
    name,
    kind: "text",
    scale: 0,
    unclearMark: null,
    hasThousands: false,
    dates: { order: null, separator: "/" },
  })),
  nullMarkers: [],
  decimalComma: false,
  badLines: { count: 0, first: [] },
  preview: [],
});
const options = (count: number): ImportOptions => ({
  columns: Array.from({ length: count }, () => ({ kind: "text", scale: 0, onBad: "ask" })),
  nullMarkers: [],
  decimalComma: false,
  dateOrder: "dmy",
  leaveOutBadLines: false,
});

it("the first version numbers its columns by their places", () => {
  expect(planColumns(proposal("Day", "Amount"), options(2), []).map(({ cid }) => cid)).toEqual(["c0", "c1"]);
});

it("a column keeps its id when it moves and is written in other capitals; a new name never gets an old id", () => {
  const known = [
    { name: "Day", cid: "c0" },
    { name: "Amount", cid: "c3" },
    { name: "Gone", cid: "c5" },
  ];
  const plan = planColumns(proposal("new", "AMOUNT ", "day"), options(3), known);
  expect(plan.map(({ cid }) => cid)).toEqual(["c6", "c3", "c0"]);
});

it("how numbers are written goes with the column, whatever is decided about its kind", () => {
  const { columns, ...file } = proposal("Amount", "Code");
  const written = columns.map((column, place) => ({ ...column, hasThousands: place === 0 }));
  const plan = planColumns({ ...file, columns: written }, options(2), []);
  expect(plan.map(({ hasThousands }) => hasThousands)).toEqual([true, false]);
});

it("where the file does not tell days from months, the person's word counts", () => {
  expect(planColumns(proposal("Day"), options(1), [])[0]?.dates).toEqual({ order: "dmy", separator: "/" });
});
