import { expect, it } from "vitest";
import { countOf } from "./count-of";

it("one is one, and everything else is many", () => {
  expect([0, 1, 2, 1_200].map((amount) => countOf(amount, "row"))).toEqual([
    "0 rows",
    "1 row",
    "2 rows",
    "1,200 rows",
  ]);
});
