import { expect, it } from "vitest";
import { sumUp } from "./follow-import";

it("puts every row into exactly one part, so that the parts sum to the file", () => {
  const progress = sumUp([
    { outcome: "admitted", stage: "reserved", letterRefused: false, count: 3 },
    { outcome: "seated", stage: "imported", letterRefused: false, count: 2 },
    { outcome: "seated", stage: "imported", letterRefused: true, count: 1 },
    { outcome: "seated", stage: "invited", letterRefused: false, count: 7 },
    { outcome: "seated", stage: "active", letterRefused: false, count: 5 },
    { outcome: "seated", stage: "released", letterRefused: false, count: 1 },
    { outcome: "bad", stage: null, letterRefused: false, count: 2 },
    { outcome: "failed", stage: "released", letterRefused: false, count: 4 },
    { outcome: "already", stage: null, letterRefused: false, count: 6 },
    { outcome: "left-out", stage: null, letterRefused: false, count: 8 },
  ]);
  expect(progress).toEqual({ total: 39, underWay: 5, invited: 12, already: 6, attention: 7, out: 9 });
});
