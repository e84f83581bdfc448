import { expect, it } from "vitest";
import { readCount } from "./read-count";

it.each([
  ["25", 25],
  [" 1,000 ", 1_000],
  ["1 000 000", 1_000_000],
  ["1\u00a0000", 1_000],
  ["12'500", 12_500],
  ["0", 0],
  ["-1", -1],
])("%j is the whole number %i", (typed, count) => {
  expect(readCount(typed)).toBe(count);
});

it.each(["", " ", "ten", "1.000", "1.5", "1,00", "1,0000", "10,00,000", "1e3", "0x10", "12 seats", "- 1"])(
  "%j is none",
  (typed) => {
    expect(readCount(typed)).toBeNaN();
  },
);
