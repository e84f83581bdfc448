import { expect, it } from "vitest";
import type { ImportTally } from "@/db/imports";
import { sumUp } from "./follow-import";

const group = (
  outcome: ImportTally["outcome"],
  stage: ImportTally["stage"],
  count: number,
  rest: Partial<ImportTally> = {},
): ImportTally => ({ outcome, stage, count, isRepeat: false, letterRefused: false, ...rest });

it("puts every row into exactly one part, so that the parts sum to the file", () => {
  const progress = sumUp([
    group("admitted", "reserved", 3),
    group("seated", "imported", 2),
    group("seated", "imported", 1, { letterRefused: true }),
    group("seated", "invited", 7),
    group("seated", "active", 5),
    group("seated", "released", 1),
    group("bad", null, 2),
    group("failed", "released", 4),
    group("already", null, 6),
    group("left-out", null, 8),
    group("bad", null, 9, { isRepeat: true }),
  ]);
  expect(progress).toEqual({
    ...{ total: 48, underWay: 5, invited: 12, already: 6 },
    ...{ attention: 7, repeated: 9, out: 9 },
  });
});
