import { existsSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import type { ColumnKind } from "@/lib/base/column-kind";
import { FileTrial, plans } from "./testing/file-trial";

const trial = new FileTrial();
afterAll(() => trial.clear());

/** A file of one row, in which every value stands in a column of its own kind. */
async function bringInRow(values: readonly (readonly [string, ColumnKind, ...unknown[]])[]) {
  const source = trial.write(
    [values.map((_, place) => `n${place}`), values.map(([value]) => `"${value}"`)]
      .map((cells) => `${cells.join(",")}\n`)
      .join(""),
  );
  const proposal = await trial.propose(source);
  const columns = plans(proposal).map((plan, place) => ({
    ...plan,
    kind: values[place]?.[1] ?? "text",
    scale: 2,
    mark: null,
    hasThousands: false,
    dates: { order: "ymd" as const, separator: "-" },
  }));
  return trial.bring(source, proposal, { columns, decimalComma: false });
}

it("no value is made one of another kind without a word", async () => {
  const values = [
    ["3.333", "decimal"],
    ["12345678901234567.5", "decimal"],
    ["1,5", "decimal"],
    ["007", "integer"],
    ["1.5", "integer"],
    ["1e3", "integer"],
    [" 1", "integer"],
    ["12345678901234567890", "integer"],
    ["1e999", "number"],
    ["nan", "number"],
    ["0x10", "number"],
    ["1,000", "number"],
    ["9007199254740993", "number"],
    ["1", "boolean"],
    ["2024-02-30", "date"],
    ["24-02-03", "date"],
    ["2024-1-1x", "date"],
    ["infinity", "date"],
    ["0000-01-01", "date"],
    ["0000-01-01 10:00:00", "timestamp"],
    ["2024-01-01 10:00", "date"],
    ["epoch", "timestamp"],
    ["2024-01-01 25:00", "timestamp"],
    ["2024-01-01 10:00 Europe/Berlin", "timestamp"],
    ["2024-01-01 10:00:00.1234567", "timestamp"],
  ] as const;
  expect(await bringInRow(values)).toEqual({
    ok: false,
    code: "bad_values",
    rejects: {
      rows: 1,
      columns: values.map((_, column) => ({ column, count: 1 })),
      first: values.map(([value], column) => ({ line: 2, column, value })),
    },
  });
  expect(existsSync(trial.target)).toBe(false);
});

it("values that are only written in another way are kept", async () => {
  const values = [
    ["7.5", "decimal", "7.50"],
    ["3.3300", "decimal", "3.33"],
    ["-0.01", "decimal", "-0.01"],
    [".5", "number", "0.5"],
    ["1e3", "number", "1000"],
    ["999999999999999", "number", "999999999999999"],
    ["-.5e3", "number", "-500"],
    ["Y", "boolean", "true"],
    ["2024-2-9", "date", "2024-02-09"],
    ["2024-01-01", "timestamp", "2024-01-01 00:00:00"],
    ["2024-01-01 10:00", "timestamp", "2024-01-01 10:00:00"],
    ["2024-01-01T10:00Z", "timestamp", "2024-01-01 10:00:00"],
    ["2024-01-01T10:00:00Z", "timestamp", "2024-01-01 10:00:00"],
    ["2024-01-01 10:00:00+02", "timestamp", "2024-01-01 08:00:00"],
    ["2024-01-01 10:00-0330", "timestamp", "2024-01-01 13:30:00"],
    ["2024-01-01 10:00:00.25-03:30", "timestamp", "2024-01-01 13:30:00.25"],
  ] as const;
  expect(await bringInRow(values)).toMatchObject({ ok: true, rows: 1, rowsLeftOut: 0 });
  expect(await trial.read("SELECT * FROM d")).toEqual([values.map(([, , stored]) => stored)]);
});

/** Brings in what could be thousands or fractions, taken for `kind`. */
async function bringInMarked(values: readonly string[], kind: ColumnKind, decimalComma = false) {
  const source = trial.write(`${["a;b", ...values.map((value) => `${value};x`)].join("\n")}\n`);
  const proposal = await trial.propose(source);
  expect(proposal.columns[0]?.kind).toBeNull();
  const columns = plans(proposal).map((plan, place) => (place === 0 ? { ...plan, kind } : plan));
  return trial.bring(source, proposal, { columns, decimalComma });
}

it.each([
  [["1.234", "12.500", "7"], "decimal", ["1.234", "12.500", "7.000"]],
  [["1.234", "12.500", "7", "-1500"], "integer", ["1234", "12500", "7", "-1500"]],
  [["1,234", "-12,500"], "decimal", ["1.234", "-12.500"]],
  [["1,234", "-12,500"], "integer", ["1234", "-12500"]],
] as const)("%j is what the person says it is: %s", async (values, kind, stored) => {
  // What holds for the columns that the file tells of has no part in it.
  for (const decimalComma of [false, true]) {
    expect(await bringInMarked(values, kind, decimalComma)).toMatchObject({ ok: true, rows: values.length });
    expect((await trial.read("SELECT c0 FROM d")).flat()).toEqual(stored);
  }
});

it("behind the rows that were looked at, thousands of thousands are thousands, and a fraction is asked about", async () => {
  const many = Array.from({ length: 50_000 }, () => "1.234");
  expect(await bringInMarked([...many, "1.234.567", "999"], "integer")).toMatchObject({ ok: true });
  expect(await trial.read("SELECT max(c0), min(c0) FROM d")).toEqual([["1234567", "999"]]);
  const odd = ["12.5", "1234.567", "0.125", "1.234,5", ".234", "01.234", "1..234"];
  expect(await bringInMarked([...many, ...odd], "integer")).toMatchObject({
    code: "bad_values",
    rejects: { first: odd.map((value, place) => ({ line: 50_002 + place, column: 0, value })) },
  });
  expect(await bringInMarked([...many, "1.234.567"], "decimal")).toMatchObject({
    rejects: { first: [{ line: 50_002, value: "1.234.567" }] },
  });
});

it.each([
  [
    "a;day",
    ["4.724,57;09.07.2025", "12,5;10.07.2025", "-1.234.567,80;31.12.2025", "1.234;1.1.2025", ";1.1.2025"],
    ",",
  ],
  [
    "a,day",
    [
      '"4,724.57",2025-07-09',
      "12.5,2025-07-10",
      '"-1,234,567.80",2025-12-31',
      '"1,234",2025-01-01',
      ",2025-01-01",
    ],
    ".",
  ],
])(
  "an export with thousands and fractions is taken for exact numbers, unasked: %s",
  async (header, lines, mark) => {
    const source = trial.write(`${[header, ...lines].join("\n")}\n`);
    const proposal = await trial.propose(source);
    expect(proposal).toMatchObject({
      decimalComma: mark === ",",
      columns: [{ kind: "decimal", scale: 2, unclearMark: null, hasThousands: true }, { kind: "date" }],
    });
    expect(await trial.bring(source, proposal)).toMatchObject({
      ok: true,
      rows: lines.length,
      rowsLeftOut: 0,
    });
    expect(await trial.read("SELECT c0, c1 FROM d")).toEqual([
      ["4724.57", "2025-07-09"],
      ["12.50", "2025-07-10"],
      ["-1234567.80", "2025-12-31"],
      ["1234.00", "2025-01-01"],
      [null, "2025-01-01"],
    ]);
  },
);

it("a column of fractions takes thousands where a second mark tells, and shows every value that leaves a doubt", async () => {
  const many = Array.from({ length: 50_000 }, () => "12,50");
  const bad = [
    "1.234",
    "1.23,45",
    "1234.567,8",
    "0.123,4",
    "1.234,567",
    "1,234.5",
    "1.234,",
    "1.234.567.890.123.456.789,5",
  ];
  const source = trial.write(
    `${["a;b", ...many, "1.234,56", ...bad].join(";x\n")};x\n`.replace("a;b;x", "a;b"),
  );
  const proposal = await trial.propose(source);
  expect(proposal.columns[0]).toMatchObject({ kind: "decimal", scale: 2, hasThousands: false });
  expect(await trial.bring(source, proposal)).toMatchObject({
    code: "bad_values",
    rejects: { rows: bad.length, first: bad.map((value, n) => ({ line: 50_003 + n, column: 0, value })) },
  });
  const columns = plans(proposal, "leave-out");
  expect(await trial.bring(source, proposal, { columns })).toMatchObject({
    ok: true,
    rowsLeftOut: bad.length,
  });
  expect(await trial.read("SELECT max(c0), count(*) FROM d")).toEqual([["1234.56", "50001"]]);
});

it("thousands beyond what a double holds exactly do not become one, and fractions of any length do", async () => {
  const bad = ["1.234.567.890.123.456", "1.234.567.890.123.456.789"];
  const source = trial.write(`a;b\n${["1.234,56789", "999.999.999.999.999", ...bad].join(";x\n")};x\n`);
  const proposal = await trial.propose(source);
  expect(proposal.columns[0]?.kind).toBe("text");
  const columns = plans(proposal).map((plan, n) =>
    n > 0 ? plan : { ...plan, kind: "number" as const, hasThousands: true },
  );
  const answer = (onBad: "ask" | "empty") =>
    trial.bring(source, proposal, {
      decimalComma: true,
      columns: columns.map((plan) => ({ ...plan, onBad })),
    });
  expect(await answer("ask")).toMatchObject({
    rejects: { first: bad.map((value, n) => ({ line: 4 + n, value })) },
  });
  expect(await answer("empty")).toMatchObject({ ok: true });
  expect((await trial.read("SELECT c0 FROM d")).flat()).toEqual([
    "1234.56789",
    "999999999999999",
    null,
    null,
  ]);
});
