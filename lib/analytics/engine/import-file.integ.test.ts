import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import type { ColumnKind } from "@/lib/base/column-kind";
import type { BadValueChoice, TableProposal } from "@/lib/base/dataset-file";
import { FileTrial, plans } from "./testing/file-trial";

const trial = new FileTrial();
afterAll(() => trial.clear());

/** Brings a CSV text in, as it is proposed or as somebody decided otherwise. */
async function bringIn(content: string | Uint8Array, decide = (proposal: TableProposal) => proposal) {
  const source = trial.write(content);
  const proposal = decide(await trial.propose(source));
  return trial.bring(source, proposal);
}

function as(kind: ColumnKind, scale = 0) {
  return (proposal: TableProposal): TableProposal => ({
    ...proposal,
    decimalComma: false,
    columns: proposal.columns.map((column) => ({ ...column, kind, scale })),
  });
}

it("stores what the file holds, and tells what is in it", async () => {
  const answer = await bringIn(
    [
      "zip,n,money,when,ok,note",
      '01234,7,12.50,2024-02-29,yes,"two\nlines, ""quoted"""',
      "99999,-3,NA,2023-01-01,no,",
      ",,0.1,,,x",
      "",
    ].join("\n"),
  );
  const stored = readFileSync(trial.target);
  expect(answer).toEqual({
    ok: true,
    rows: 3,
    rowsLeftOut: 0,
    bytes: stored.length,
    sha256: createHash("sha256").update(stored).digest("hex"),
    columns: [
      { nulls: 1, distinctEstimate: 2, min: "01234", max: "99999" },
      { nulls: 1, distinctEstimate: 2, min: "-3", max: "7" },
      { nulls: 1, distinctEstimate: 2, min: "0.10", max: "12.50" },
      { nulls: 1, distinctEstimate: 2, min: "2023-01-01", max: "2024-02-29" },
      { nulls: 1, distinctEstimate: 2, min: "false", max: "true" },
      { nulls: 1, distinctEstimate: 2, min: 'two\nlines, "quoted"', max: "x" },
    ],
  });
  expect(await trial.read("SELECT typeof(COLUMNS(*)) FROM d LIMIT 1")).toEqual([
    ["VARCHAR", "BIGINT", "DECIMAL(18,2)", "DATE", "BOOLEAN", "VARCHAR"],
  ]);
  expect(await trial.read("SELECT * FROM d")).toEqual([
    ["01234", "7", "12.50", "2024-02-29", "true", 'two\nlines, "quoted"'],
    ["99999", "-3", null, "2023-01-01", "false", null],
    [null, null, "0.10", null, null, "x"],
  ]);
});

it("ids of 20 digits keep every digit, and long texts are cut only where they are described", async () => {
  const answer = await bringIn(`id,text\n12345678901234567890,${"x".repeat(300)}\n12345678901234567891,y\n`);
  expect(answer).toMatchObject({ columns: [{ distinctEstimate: 2 }, { min: "x".repeat(200), max: "y" }] });
  expect(await trial.read("SELECT c0, strlen(c1) FROM d")).toEqual([
    ["12345678901234567890", "300"],
    ["12345678901234567891", "1"],
  ]);
});

it.each([
  ["UTF-16", Buffer.from("\ufeffa,b\r\n1,Zoë\r\n2,Ü\r\n", "utf16le")],
  ["a byte order mark", "\ufeffa,b\n1,Zoë\n2,Ü\n"],
  ["CR", "a,b\r1,Zoë\r2,Ü"],
  ["TAB", "a\tb\n1\tZoë\n2\tÜ\n"],
  ["blank lines", "a,b\n\n1,Zoë\n\n2,Ü\n\n"],
])("the same rows are stored of a file with %s", async (_, content) => {
  expect(await bringIn(content)).toMatchObject({ ok: true, rows: 2, rowsLeftOut: 0 });
  expect(await trial.read("SELECT * FROM d")).toEqual([
    ["1", "Zoë"],
    ["2", "Ü"],
  ]);
});

it("Latin-1 is stored as the characters it means", async () => {
  const source = trial.write(Buffer.from("a\nZo\xeb\n5 \x80\n", "latin1"));
  const proposal = await trial.propose(source, { encoding: "windows-1252" });
  expect(await trial.bring(source, proposal)).toMatchObject({ ok: true, rows: 2 });
  expect(await trial.read("SELECT * FROM d")).toEqual([["Zoë"], ["5 €"]]);
});

it("a blank line of a file with one column is a row without a value", async () => {
  expect(await bringIn("a\n1\n\n3\n")).toMatchObject({ ok: true, rows: 3, columns: [{ nulls: 1 }] });
});

it("the decimal comma is read as one, and a point in such a file is asked about", async () => {
  expect(await bringIn("a;b\n1,5;x\n-2,25;y\n")).toMatchObject({ ok: true });
  expect(await trial.read("SELECT sum(c0) FROM d")).toEqual([["-0.75"]]);
  const rest = "1,5;x\n".repeat(50_000);
  expect(await bringIn(`a;b\n${rest}1.500;y\n`)).toMatchObject({
    code: "bad_values",
    rejects: { rows: 1, first: [{ line: 50_002, column: 0, value: "1.500" }] },
  });
});

it.each([
  ["2024/2/9", "2024/12/31"],
  ["2024-2-9", "2024-12-31"],
  ["9.2.2024", "31.12.2024"],
  ["2/9/2024", "12/31/2024"],
])("days such as %s are read as they were proposed", async (...days) => {
  expect(await bringIn(["a", ...days, ""].join("\n"))).toMatchObject({ ok: true, rows: 2 });
  expect(await trial.read("SELECT CAST(c0 AS DATE) FROM d")).toEqual([["2024-02-09"], ["2024-12-31"]]);
});

it("days are read in the order that was chosen", async () => {
  const content = "a\n03/04/2024\n05/06/2024\n";
  await bringIn(content);
  expect(await trial.read("SELECT * FROM d")).toEqual([["2024-04-03"], ["2024-06-05"]]);
  const source = trial.write(content);
  const proposal = await trial.propose(source);
  const columns = plans(proposal).map((plan) => ({
    ...plan,
    dates: { order: "mdy" as const, separator: "/" },
  }));
  await trial.bring(source, proposal, { columns });
  expect(await trial.read("SELECT * FROM d")).toEqual([["2024-03-04"], ["2024-05-06"]]);
});

/** Values that don't fit stand far behind what the check looked at; a value with a line end shifts the lines by one. */
async function lateTrouble() {
  const lines = Array.from({ length: 60_000 }, (_, row) => `${row},${row}.50,note`);
  lines[10] = '10,10.50,"two\nlines"';
  lines[54_999] = "54999,abc,note";
  lines[55_000] = "x,y,note";
  lines[59_999] = "59999,3.333,note";
  const source = trial.write(`id,price,note\n${lines.join("\n")}\n`);
  return { source, proposal: await trial.propose(source) };
}

it("values that don't fit, behind the 50,000 rows that were looked at, are named by line, column and value", async () => {
  const { source, proposal } = await lateTrouble();
  expect(proposal.columns.map(({ kind }) => kind)).toEqual(["integer", "decimal", "text"]);
  expect(await trial.bring(source, proposal)).toEqual({
    ok: false,
    code: "bad_values",
    rejects: {
      rows: 3,
      columns: [
        { column: 0, count: 1 },
        { column: 1, count: 3 },
      ],
      first: [
        { line: 55_002, column: 1, value: "abc" },
        { line: 55_003, column: 0, value: "x" },
        { line: 55_003, column: 1, value: "y" },
        { line: 60_002, column: 1, value: "3.333" },
      ],
    },
  });
  expect(existsSync(trial.target)).toBe(false);
});

it.each([
  ["left out", "leave-out", { rows: 59_997, rowsLeftOut: 3 }, ["59997", "1799830000.50", "59997"]],
  ["empty", "empty", { rows: 60_000, rowsLeftOut: 0 }, ["60000", "1799830000.50", "59997"]],
] as const)("values that don't fit can be %s, and the sums agree", async (_, choice, counts, totals) => {
  const { source, proposal } = await lateTrouble();
  const answer = await trial.bring(source, proposal, { columns: plans(proposal, choice) });
  expect(answer).toMatchObject({ ok: true, ...counts });
  expect(await trial.read("SELECT count(*), sum(c1), count(c1) FROM d")).toEqual([totals]);
});

it("a column with values that don't fit can be text, and the others still ask", async () => {
  const { source, proposal } = await lateTrouble();
  const columns = plans(proposal).map((plan, place) =>
    place === 1 ? { ...plan, kind: "text" as const } : plan,
  );
  expect(await trial.bring(source, proposal, { columns })).toMatchObject({
    code: "bad_values",
    rejects: { rows: 1, columns: [{ column: 0, count: 1 }], first: [{ line: 55_003, value: "x" }] },
  });
  const all = columns.map((plan) => ({ ...plan, kind: "text" as const }));
  expect(await trial.bring(source, proposal, { columns: all })).toMatchObject({ ok: true, rows: 60_000 });
  expect(await trial.read("SELECT c1 FROM d WHERE c1 IN ('abc', 'y', '3.333')")).toHaveLength(3);
});

it("a row that one column leaves out is not asked about for another", async () => {
  const choose = (first: BadValueChoice, second: BadValueChoice) => async () => {
    const { source, proposal } = await lateTrouble();
    const columns = plans(proposal).map((plan, place) => ({ ...plan, onBad: place === 0 ? first : second }));
    return trial.bring(source, proposal, { columns });
  };
  expect(await choose("leave-out", "ask")()).toMatchObject({
    rejects: { rows: 2, columns: [{ column: 1, count: 2 }] },
  });
  expect(await choose("ask", "leave-out")()).toMatchObject({ ok: true, rows: 59_997, rowsLeftOut: 3 });
});

it("of many values that don't fit the first 100 are shown, and all are counted", async () => {
  const source = trial.write(`a\n${"x\n".repeat(500)}`);
  const proposal = as("integer")(await trial.propose(source));
  const answer = await trial.bring(source, proposal);
  expect(answer).toMatchObject({ rejects: { rows: 500, columns: [{ column: 0, count: 500 }] } });
  const shown = "rejects" in answer ? answer.rejects.first.map(({ line }) => line) : [];
  expect(shown).toEqual(Array.from({ length: 100 }, (_, place) => place + 2));
});

it("lines that don't fit the header are left out and counted; the lines of values still agree", async () => {
  const content = `a,b\n1,2\n3\n"4"x,5\n${"6,7\n".repeat(50_000)}8,9,10\n11,x\n`;
  const source = trial.write(content);
  const proposal = await trial.propose(source);
  expect(proposal).toMatchObject({ rows: 50_005, badLines: { count: 3 } });
  expect(await trial.bring(source, proposal)).toMatchObject({
    code: "bad_values",
    rejects: { first: [{ line: 50_006, column: 1, value: "x" }] },
  });
  const answer = await trial.bring(source, proposal, { columns: plans(proposal, "leave-out") });
  expect(answer).toMatchObject({ ok: true, rows: 50_001, rowsLeftOut: 4 });
});

it("a file that has other rows than were counted is refused, and nothing is stored", async () => {
  const source = trial.write("a\n1\n2\n");
  const proposal = await trial.propose(source);
  expect(await trial.bring(source, proposal, { rows: 3 })).toEqual({
    ok: false,
    code: "rows_disagree",
    facts: { rows: 3, stored: 2, leftOut: 0 },
  });
  expect(existsSync(trial.target)).toBe(false);
});

it("values that look like SQL stay values", async () => {
  const hostile = `x'), error('no') --`;
  expect(await bringIn(`a,"${hostile}"\n1,"${hostile}"\n`)).toMatchObject({
    ok: true,
    columns: [{}, { min: hostile }],
  });
});
