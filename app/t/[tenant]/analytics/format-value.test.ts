import { expect, it } from "vitest";
import { formatBucket, formatValue } from "./format-value";

it("every digit of an exact number is shown", () => {
  expect(formatValue("12345678901234567890.10", "decimal", 2)).toBe("12,345,678,901,234,567,890.10");
  expect(formatValue("-1234567", "integer")).toBe("-1,234,567");
  expect(formatValue("-123", "integer")).toBe("-123");
  expect(formatValue("5", "decimal", 2)).toBe("5.00");
});

it("doubles are short, and never a wrong zero", () => {
  expect(formatValue("1234.56789", "number")).toBe("1,234.5679");
  expect(formatValue("0.00000012", "number")).toBe("1.200e-7");
  expect(formatValue("0", "number")).toBe("0");
});

it("nothing is a dash, not a zero", () => {
  expect(formatValue(null, "decimal", 2)).toBe("—");
});

it.each([
  ["hour", "2024-03-01 14:00"],
  ["day", "1 Mar 2024"],
  ["week", "Week of 1 Mar 2024"],
  ["month", "Mar 2024"],
  ["quarter", "Q1 2024"],
  ["year", "2024"],
] as const)("a %s", (grain, words) => {
  expect(formatBucket("2024-03-01T14:00", grain)).toBe(words);
});

it("rows without a moment are named", () => {
  expect(formatBucket(null, "day")).toBe("No date");
});
