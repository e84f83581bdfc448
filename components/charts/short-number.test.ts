import { expect, it } from "vitest";
import { shortNumber } from "./short-number";

it.each([
  [0, "0"],
  [7, "7"],
  [0.25, "0.25"],
  [1234, "1,234"],
  [12_000, "12k"],
  [1_200_000, "1.2M"],
  [999_999, "1M"],
  [-45_300, "−45.3k"],
  [3e12, "3T"],
  [1e15, "1,000T"],
  [1e18, "1E18"],
  [0.000002, "2E-6".replace("-", "−")],
])("writes %d as %s", (value, text) => expect(shortNumber(value)).toBe(text));

it("counts all numbers of an axis in the thousands of the largest", () => {
  expect([0, 500_000, 1_000_000, 1_500_000].map((value) => shortNumber(value, 1_500_000))).toEqual([
    "0",
    "0.5M",
    "1M",
    "1.5M",
  ]);
});
