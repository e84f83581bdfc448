import { expect, it } from "vitest";
import type { Spec } from "@/lib/analytics/spec";
import { readSpec, writeSpec } from "./spec-address";
import { joinList, splitList } from "./split-list";

const whole: Spec = {
  measures: [{ fn: "count" }, { fn: "sum", column: "c2" }],
  time: { column: "c0", grain: "month", from: "2024-01-01", to: null },
  breakdown: { column: "c1", top: 7, other: true },
  filters: [
    { column: "c1", op: "in", values: ["a, b", 'say "x"', "plain"] },
    { column: "c2", op: "gte", values: ["10.50"] },
    { column: "c3", op: "is_null", values: [] },
    { column: "c1", op: "ne", values: ["& ? = #"] },
  ],
};

const queryOf = (address: string) => {
  const words = new URLSearchParams(address);
  return Object.fromEntries([...new Set(words.keys())].map((name) => [name, words.getAll(name)]));
};

it("an address says the whole question, and nothing is lost on the way", () => {
  expect(readSpec(queryOf(writeSpec(whole, "stacked")))).toEqual({ ok: true, spec: whole, view: "stacked" });
  const least: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };
  expect(readSpec(queryOf(writeSpec(least)))).toEqual({ ok: true, spec: least, view: "auto" });
});

it("rows that the form left empty are none, and an unticked box is no", () => {
  const form = "ask=1&mf=sum&mc=c2&mf=&mc=&t=&grain=&from=&to=&by=c1&top=5&fc=&fo=eq&fv=&view=auto";
  expect(readSpec(queryOf(form))).toEqual({
    ok: true,
    view: "auto",
    spec: {
      measures: [{ fn: "sum", column: "c2" }],
      time: null,
      breakdown: { column: "c1", top: 5, other: false },
      filters: [],
    },
  });
});

it.each(["ask=1", "ask=1&mf=evil&mc=c1", "ask=1&mf=count&by=c1&top=900", "ask=1&mf=count&t=c0&from=x"])(
  "an address that our form does not make is damaged: %s",
  (address) => {
    expect(readSpec(queryOf(address))).toEqual({ ok: false, reason: "damaged" });
  },
);

it("a measure that lacks its column is told from a damaged address", () => {
  expect(readSpec(queryOf("ask=1&mf=sum&mc="))).toEqual({ ok: false, reason: "no-column" });
});

it("an address without a question asks none", () => {
  expect(readSpec({})).toEqual({ ok: false, reason: "none" });
});

it.each([[["a", "b"]], [["a, b", "c"]], [['"', ",", " x "]], [["only"]]])(
  "a list is read as it was written: %j",
  (values) => {
    expect(splitList(joinList(values))).toEqual(values);
  },
);
