import { expect, it } from "vitest";
import { KindGuess } from "./guess-kind";

function guess(...values: (string | null)[]) {
  const column = new KindGuess();
  for (const value of values) column.see(value);
  return column.guess();
}

it.each([
  [["1", "-20", "0"], "integer"],
  [["01234", "12345"], "text"],
  [["12345678901234567890", "1"], "text"],
  [["999999999999999999"], "integer"],
  [["12.50", "3", "-0.5"], "decimal"],
  [["0.12345", "1"], "number"],
  [["0.12345", "9007199254740993"], "text"],
  [["1e5", "9007199254740993"], "text"],
  [["1e5", "2.5"], "number"],
  [[".5", "-.5e3", "1"], "number"],
  [["E1", "E2"], "text"],
  [["-", "-."], "text"],
  [["007.5", "1.5"], "text"],
  [["1,000", "0,500"], "decimal"],
  [["1,000", "2,5"], "decimal"],
  [["$12.50"], "text"],
  [["12%"], "text"],
  [["true", "FALSE"], "boolean"],
  [["yes", "no"], "boolean"],
  [["2024-02-29", "2023-01-01"], "date"],
  [["2024/02/29"], "date"],
  [["2024-01-01 10:00", "2024-01-01T10:00:00.5Z"], "timestamp"],
  [["2024-01-01", "2024-01-01 10:00"], "timestamp"],
  [["31/12/2024", "12/31/2024"], "text"],
  [["31/12/2024", "30.12.2024"], "text"],
  [["2024-01-01", "x"], "text"],
  [["", null], "text"],
  [["NA", "-"], "text"],
] as const)("%j is %s", (values, kind) => {
  expect(guess(...values).kind).toBe(kind);
});

it("keeps as many digits as there are, and knows the decimal comma", () => {
  expect(guess("1.5", "2.125", "3")).toMatchObject({ kind: "decimal", scale: 3, usesComma: false });
  expect(guess("1,5", "2,25")).toMatchObject({ kind: "decimal", scale: 2, usesComma: true });
  expect(guess("1,5", "2.25").kind).toBe("text");
});

it.each([
  [["1.234", "12.500"], "."],
  [["-1.234", "999.999", "7"], "."],
  [["1.234", "1500"], "."],
  [["1.234", "0"], "."],
  [["1.234", "NA"], "."],
  [["1,000", "2,500"], ","],
  [["-12,345"], ","],
] as const)("a mark with three digits behind it is asked about: %j", (values, unclearMark) => {
  expect(guess(...values)).toMatchObject({ kind: null, scale: 3, unclearMark, usesComma: false });
});

it.each([
  [["0.125", "3.141", "12.5"], "decimal"],
  [["0.125", "3.141"], "decimal"],
  [["-0.125", "3.141"], "decimal"],
  [["3.141", "12.5"], "decimal"],
  [["12.5"], "decimal"],
  [["1.2345", "2.345"], "decimal"],
  [["1234.567", "1.234"], "decimal"],
  [["1,234", "0,5"], "decimal"],
  [["1.234", "1e3"], "number"],
  [["1.234", "0.12345"], "number"],
  [["1.234", "x"], "text"],
  [["1.234", "1,234"], "text"],
  [["1234", "500"], "integer"],
] as const)("one value that decides is enough, and nobody is asked: %j", (values, kind) => {
  expect(guess(...values)).toMatchObject({ kind, unclearMark: null });
});

it.each([
  [["1.234.567", "1.234"], "."],
  [["1,234,567", "999"], ","],
  [["100.200.300"], "."],
  [["12.345", "123456789012345678"], "."],
] as const)(
  "what could be thousands and a code stays text, with its mark should somebody say numbers: %j",
  (values, unclearMark) => {
    expect(guess(...values)).toMatchObject({ kind: "text", scale: 0, unclearMark });
  },
);

it.each([
  ["1.2.3"],
  ["01.234.567"],
  ["1.2345.678"],
  ["1.234.567", "1,234,567"],
  ["1.234.567", "x"],
  ["123.456.789.012.345.678.901"],
])("what is neither thousands nor a number is text and nothing else: %s", (...values) => {
  expect(guess(...values)).toMatchObject({ kind: "text", unclearMark: null });
});

it.each([
  [["4.724,57"], 2, true],
  [["1,234.56"], 2, false],
  [["12,50", "1.234,56", "-1.234.567,8"], 2, true],
  [["1,234.567", "0"], 3, false],
  [["1.234,567"], 3, true],
  [["1.234,5", "1.234.567", "1.234", "0,5", "1234"], 1, true],
  [["1.234", "1.234,5"], 1, true],
] as const)("two marks say by their order which parts thousands: %j", (values, scale, usesComma) => {
  expect(guess(...values)).toEqual({
    kind: "decimal",
    scale,
    usesComma,
    hasThousands: true,
    unclearMark: null,
    dates: expect.anything(),
    markers: [],
  });
});

it.each([
  ["1.23,45"],
  ["1234.567,8"],
  ["0.123,4"],
  ["01.234,5"],
  ["1.234,"],
  ["1.234,5", "1,234.5"],
  ["1.234,5", "1.5"],
  ["12,5", "1.234"],
  ["1.234.567.890.123.456,789"],
  ["1.234,56789", "1.234.567.890.123.456"],
])("marks in other places, or in the other order, are no number: %s", (...values) => {
  expect(guess(...values)).toMatchObject({ kind: "text", hasThousands: false, usesComma: false });
});

it("thousands with a long fraction are numbers of any size", () => {
  expect(guess("1.234,56789", "1.234")).toMatchObject({
    kind: "number",
    usesComma: true,
    hasThousands: true,
  });
});

it("tells day and month apart where the file does, and asks where it does not", () => {
  expect(guess("31/12/2024", "01/02/2024").dates).toEqual({ order: "dmy", separator: "/" });
  expect(guess("12/31/2024", "01/02/2024").dates).toEqual({ order: "mdy", separator: "/" });
  expect(guess("03/04/2024", "05/06/2024").dates).toEqual({ order: null, separator: "/" });
});

it("takes markers for no value only where they are not text", () => {
  expect(guess("1", "NA", "2", "-")).toMatchObject({ kind: "integer", markers: ["NA", "-"] });
  expect(guess("DE", "NA", "FR")).toMatchObject({ kind: "text", markers: [] });
});
