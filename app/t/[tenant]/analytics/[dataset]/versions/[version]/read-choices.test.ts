import { expect, it } from "vitest";
import type { ProposedColumn, TableProposal } from "@/lib/base/dataset-file";
import { readChoices } from "./read-choices";

const column = (name: string, more: Partial<ProposedColumn> = {}): ProposedColumn => ({
  name,
  kind: null,
  scale: 3,
  unclearMark: ".",
  hasThousands: false,
  dates: { order: "ymd", separator: "-" },
  ...more,
});
const proposal: TableProposal = {
  asks: "columns",
  encoding: "utf-8",
  isPrepared: false,
  delimiter: ";",
  rows: 2,
  columns: [
    column("pieces"),
    column("weight", { unclearMark: "," }),
    column("name", { kind: "text", unclearMark: null }),
  ],
  nullMarkers: [],
  decimalComma: false,
  badLines: { count: 0, first: [] },
  preview: [],
};

function kindsOf(fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ "kind 0": "", "kind 1": "", "kind 2": "text", ...fields }))
    form.set(name, value);
  const choices = readChoices(form, proposal) as { columns: { kind: string | null; scale: number }[] };
  return choices.columns.map(({ kind, scale }) => [kind, scale]);
}

it("a column that the file does not tell of has no kind before somebody says what its mark means", () => {
  expect(kindsOf({})).toEqual([
    [null, 0],
    [null, 0],
    ["text", 0],
  ]);
});

it("what a mark means counts for the columns that have it, unless one is taken for something else", () => {
  expect(kindsOf({ "mark .": "thousands", "mark ,": "decimal" })).toEqual([
    ["integer", 0],
    ["decimal", 3],
    ["text", 0],
  ]);
  expect(kindsOf({ "mark .": "thousands", "kind 0": "text" })[0]).toEqual(["text", 0]);
});
