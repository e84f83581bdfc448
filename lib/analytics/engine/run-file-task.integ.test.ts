import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import type { BadValueChoice, Encoding, TableProposal } from "@/lib/base/dataset-file";
import { createEngine } from "./create-engine";
import type { ColumnPlan } from "./file-task";
import { runFileTask } from "./run-file-task";
import { writeParquet } from "./testing/write-parquet";

const folder = mkdtempSync(join(tmpdir(), "files-"));
const limits = {
  memoryMegabytes: 1_024,
  killMegabytes: 1_500,
  deadlineMs: 60_000,
  signal: new AbortController().signal,
};
const most = { rows: 5_000_000, columns: 200 };
const engine = createEngine({ ...limits, children: 1, running: 2, waiting: 20 }, (file) => file);
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

let made = 0;
function file(content: string | Buffer, end = "csv"): string {
  made += 1;
  const path = join(folder, `${made}.${end}`);
  writeFileSync(path, content);
  return path;
}

const formatOf = (path: string) => (path.endsWith("parquet") ? ("parquet" as const) : ("csv" as const));

function check(path: string, encoding: Encoding | null = null) {
  const task = {
    kind: "check" as const,
    format: formatOf(path),
    source: path,
    prepared: `${path}.prepared`,
    encoding,
    most,
  };
  return runFileTask(task, limits);
}

async function propose(path: string, encoding: Encoding | null = null): Promise<TableProposal> {
  const checked = await check(path, encoding);
  if (!checked.ok || checked.proposal.asks !== "columns") throw new Error(JSON.stringify(checked));
  return checked.proposal;
}

const kinds = ({ columns }: TableProposal) =>
  columns.map(({ kind, scale }) => (kind === "decimal" ? `${kind}${scale}` : kind));

type Choices = { onBad?: BadValueChoice; plan?: (column: ColumnPlan, place: number) => Partial<ColumnPlan> };

async function bringIn(
  path: string,
  proposal: TableProposal,
  { onBad = "ask", plan = () => ({}) }: Choices = {},
) {
  const columns = proposal.columns.map(({ kind, scale, dates }, place): ColumnPlan => {
    const proposed: ColumnPlan = {
      cid: `c${place}`,
      kind,
      scale,
      onBad,
      dates: { order: dates.order ?? "dmy", separator: dates.separator },
    };
    return { ...proposed, ...plan(proposed, place) };
  });
  const target = `${path}.stored`;
  const imported = await runFileTask(
    {
      kind: "import",
      format: formatOf(path),
      source: proposal.isPrepared ? `${path}.prepared` : path,
      target,
      delimiter: proposal.delimiter ?? ",",
      columns,
      nullMarkers: proposal.nullMarkers,
      decimalComma: proposal.decimalComma,
      badLines: proposal.badLines.count,
      rows: proposal.rows,
    },
    limits,
  );
  return { imported, target };
}

async function ask(target: string, sql: string) {
  const answer = await engine.query({
    owner: "a",
    file: target,
    sql,
    params: [],
    deadlineMs: 20_000,
    maxRows: 100,
  });
  if (!answer.ok) throw new Error(answer.reason);
  return answer.rows;
}

/** Brings a file in as it is proposed, and reads it back. */
async function readBack(content: string | Buffer): Promise<{ proposal: TableProposal; rows: unknown[][] }> {
  const path = file(content);
  const proposal = await propose(path);
  const { imported, target } = await bringIn(path, proposal);
  if (!imported.ok) throw new Error(JSON.stringify(imported));
  return { proposal, rows: await ask(target, "SELECT * FROM d") };
}

it.each<[string, string | Buffer, string, object?]>([
  ["an empty file", "", "empty_file"],
  ["a file of nothing but blank lines", "\n\n\n", "empty_file"],
  ["a header without rows", "a,b\n", "empty_file"],
  ["a gzip file", gzipSync("a,b\n1,2\n"), "compressed"],
  ["bytes that are no text", Buffer.from("a,b\n1,\0\n"), "not_text"],
  ["two columns of one name, in other capitals", "Day,day \n1,2\n", "header_duplicate", { names: ["day "] }],
  ["a column without a name", "a,,c\n1,2,3\n", "header_missing", { column: 2 }],
  [
    "3,000 columns",
    `${Array.from({ length: 3_000 }, (_, n) => `c${n}`).join(",")}\n${"1,".repeat(2_999)}1\n`,
    "too_many_columns",
    { columns: 3_000, most: 200 },
  ],
  ["a quotation mark that never closes", 'a,b\n1,2\n"3,4\n5,6\n', "quote_open", { line: 3 }],
  ["no sign that parts the columns alike", "a,b;c\n1;2\n3;4,5;6;7\n8\n", "delimiter_unclear"],
])("names what is wrong with %s", async (_, content, code, facts = {}) => {
  expect(await check(file(content))).toEqual({ ok: false, code, facts });
});

it("a truncated Parquet file, and one that is none, are named", async () => {
  const path = file("", "parquet");
  await writeParquet(path, "SELECT range AS a FROM range(10000)");
  const whole = readFileSync(path);
  expect(await check(file(whole.subarray(0, whole.length - 100), "parquet"))).toMatchObject({
    code: "not_parquet",
  });
  expect(await check(file("a,b\n1,2\n", "parquet"))).toMatchObject({ code: "not_parquet" });
});

it("a Parquet file of lists or records is refused by the names of the columns", async () => {
  const path = file("", "parquet");
  await writeParquet(path, "SELECT 1 AS fine, [1, 2] AS list, {'a': 1} AS record");
  expect(await check(path)).toEqual({
    ok: false,
    code: "nested_parquet",
    facts: { names: ["list", "record"] },
  });
});

it("leading zeros and 20-digit ids stay text, to the last sign", async () => {
  const { proposal, rows } = await readBack(
    "plz,id,n\n01234,12345678901234567890,7\n99999,00000000000000000001,8\n",
  );
  expect(kinds(proposal)).toEqual(["text", "text", "integer"]);
  expect(rows).toEqual([
    ["01234", "12345678901234567890", "7"],
    ["99999", "00000000000000000001", "8"],
  ]);
});

it("money keeps its cents, and a long fraction is a double", async () => {
  const { proposal, rows } = await readBack("money,long\n12.50,0.123456\n-0.07,1e3\n100,2.5\n");
  expect(kinds(proposal)).toEqual(["decimal2", "number"]);
  expect(rows.map(([money]) => money)).toEqual(["12.50", "-0.07", "100.00"]);
});

it("a decimal comma is seen, and means what it means", async () => {
  const { proposal, rows } = await readBack("name;betrag\nMüller;12,50\nMeier;-3,5\n");
  expect([proposal.delimiter, proposal.decimalComma]).toEqual([";", true]);
  expect(rows).toEqual([
    ["Müller", "12.50"],
    ["Meier", "-3.50"],
  ]);
});

it.each([
  ["tab", "\t"],
  ["bar", "|"],
  ["semicolon", ";"],
  ["comma", ","],
])("values may be parted by a %s", async (_, sign) => {
  const { rows } = await readBack(["a", "b"].join(sign).concat("\n", ["1", "x"].join(sign), "\n"));
  expect(rows).toEqual([["1", "x"]]);
});

it("dates that fit both ways are asked about, and dates that tell are not", async () => {
  const both = await propose(file("d\n03/04/2024\n01/02/2024\n"));
  expect(both.columns[0]).toMatchObject({ kind: "date", dates: { order: null, separator: "/" } });
  const tells = await readBack("d\n03/04/2024\n13/04/2024\n");
  expect(tells.proposal.columns[0]?.dates.order).toBe("dmy");
  expect(tells.rows).toEqual([["2024-04-03"], ["2024-04-13"]]);
});

it("dates written in two ways are text", async () => {
  expect(kinds(await propose(file("d\n2024-04-03\n13/04/2024\n")))).toEqual(["text"]);
});

it.each<[string, Encoding, Buffer]>([
  ["UTF-16 little endian", "utf-16le", Buffer.from("\ufeffname,n\nGröße,1\n", "utf16le")],
  ["UTF-16 big endian", "utf-16be", Buffer.from("\ufeffname,n\nGröße,1\n", "utf16le").swap16()],
  ["UTF-8 with a mark", "utf-8", Buffer.from("\ufeffname,n\nGröße,1\n")],
])("reads %s", async (_, encoding, content) => {
  const { proposal, rows } = await readBack(content);
  expect([proposal.encoding, proposal.columns[0]?.name]).toEqual([encoding, "name"]);
  expect(rows).toEqual([["Größe", "1"]]);
});

it("Latin-1 does not say so itself: the person is asked with a line of it, and then it is read", async () => {
  const path = file(Buffer.from("name,n\nplain,0\nGröße,1\n", "latin1"));
  expect(await check(path)).toEqual({ ok: true, proposal: { asks: "encoding", sample: "Größe,1", line: 3 } });
  const proposal = await propose(path, "windows-1252");
  const { target } = await bringIn(path, proposal);
  expect(await ask(target, "SELECT c0 FROM d WHERE c1 = 1")).toEqual([["Größe"]]);
});

it.each([
  ["CRLF", "\r\n"],
  ["CR", "\r"],
])("lines may end with %s", async (_, end) => {
  expect((await readBack(["a,b", "1,x", "2,y", ""].join(end))).rows).toEqual([
    ["1", "x"],
    ["2", "y"],
  ]);
});

it("quoted values hold commas, line ends and quotation marks", async () => {
  const { rows } = await readBack('a,b\n"x, y","line 1\nline 2"\n"say ""hi""",z\n');
  expect(rows).toEqual([
    ["x, y", "line 1\nline 2"],
    ['say "hi"', "z"],
  ]);
});

it("lines with another number of values are counted by their lines, and only left out when that was said", async () => {
  const path = file('a,b\n1,2\n"q\nq",3\n4\n5,6,7\n8,9\n');
  const proposal = await propose(path);
  expect(proposal.badLines).toEqual({
    count: 2,
    first: [
      { line: 5, found: 1 },
      { line: 6, found: 3 },
    ],
  });
  const { imported, target } = await bringIn(path, proposal);
  expect(imported).toMatchObject({ ok: true, rows: 3, rowsLeftOut: 2 });
  expect(await ask(target, "SELECT c1 FROM d ORDER BY c1")).toEqual([["2"], ["3"], ["9"]]);
});

it.each<[string, string, Partial<ColumnPlan>]>([
  ["a third digit in a column of two", "3.333", { kind: "decimal", scale: 2 }],
  ["a leading zero in a column of whole numbers", "007", { kind: "integer" }],
  ["a fraction in a column of whole numbers", "1.5", { kind: "integer" }],
  ["a number too long for whole numbers", "9223372036854775808", { kind: "integer" }],
  ["a thousand with a comma", "1,000", { kind: "decimal", scale: 2 }],
  ["a day that is none", "2024-02-30", { kind: "date" }],
  ["a day with a time in a column of days", "2024-02-03 10:00", { kind: "date" }],
  ["infinity", "Infinity", { kind: "number" }],
  ["a blank around a number", " 5", { kind: "integer" }],
])("loses nothing silently: %s", async (_, value, plan) => {
  const path = file(`v,w\n1,x\n"${value}",y\n`);
  const { imported, target } = await bringIn(path, await propose(path), {
    plan: (_, place) => (place === 0 ? { ...plan, dates: { order: "ymd", separator: "-" } } : {}),
  });
  const isDate = plan.kind === "date";
  expect(imported).toMatchObject({ ok: false, code: "bad_values", rejects: { rows: isDate ? 2 : 1 } });
  if (imported.ok || imported.code !== "bad_values") return;
  expect(imported.rejects.first.at(-1)).toEqual({ line: 3, column: 0, value });
  expect(existsSync(target)).toBe(false);
});

const LATE = 55_002;

it("a bad value far behind the sample is named by line, column and value, and each choice about it keeps the sums", async () => {
  const lines = Array.from({ length: 60_000 }, (_, n) => `${n + 2},1.25`);
  lines[LATE - 2] = `${LATE},abc`;
  const path = file(`n,amount\n${lines.join("\n")}\n`);
  const proposal = await propose(path);
  expect(kinds(proposal)).toEqual(["integer", "decimal2"]);
  const asked = await bringIn(path, proposal);
  expect(asked.imported).toEqual({
    ok: false,
    code: "bad_values",
    rejects: {
      rows: 1,
      columns: [{ column: 1, count: 1 }],
      first: [{ line: LATE, column: 1, value: "abc" }],
    },
  });
  const empty = await bringIn(path, proposal, { onBad: "empty" });
  expect(empty.imported).toMatchObject({ ok: true, rows: 60_000, rowsLeftOut: 0 });
  expect(await ask(empty.target, "SELECT count(*), count(c1), sum(c1) FROM d")).toEqual([
    ["60000", "59999", "74998.75"],
  ]);
  const left = await bringIn(path, proposal, { onBad: "leave-out" });
  expect(left.imported).toMatchObject({ ok: true, rows: 59_999, rowsLeftOut: 1 });
  expect(await ask(left.target, "SELECT count(*), sum(c1) FROM d")).toEqual([["59999", "74998.75"]]);
  const text = await bringIn(path, proposal, { plan: (_, place) => (place === 1 ? { kind: "text" } : {}) });
  expect(text.imported).toMatchObject({ ok: true, rows: 60_000 });
  expect(await ask(text.target, "SELECT c1 FROM d WHERE c1 NOT LIKE '1%'")).toEqual([["abc"]]);
});

it("words for no value are seen and become none", async () => {
  const { proposal, rows } = await readBack("n\n1\nNA\n\n3\n".replace("\n\n", '\n""\n'));
  expect(proposal.nullMarkers).toEqual(["NA"]);
  expect(rows).toEqual([["1"], [null], [null], ["3"]]);
});

const vega = (name: string) => join("node_modules/vega-datasets/data", name);

it("seattle-weather has the totals that were counted elsewhere", async () => {
  const path = file(readFileSync(vega("seattle-weather.csv")));
  const { target } = await bringIn(path, await propose(path));
  const rows = await ask(target, "SELECT c5, count(*), sum(c1), max(c2) FROM d GROUP BY 1 ORDER BY 1");
  expect(rows).toContainEqual(["rain", "641", "4203.6", "35.6"]);
  expect(rows.find(([weather]) => weather === "snow")?.slice(0, 3)).toEqual(["snow", "26", "222.4"]);
  expect(rows.find(([weather]) => weather === "sun")?.[1]).toBe("640");
});

it.each(["birdstrikes.csv", "us-employment.csv"])("%s has the totals of its lines", async (name) => {
  const path = file(readFileSync(vega(name)));
  const proposal = await propose(path);
  const { target } = await bringIn(path, proposal);
  const lines = readFileSync(path, "utf8").trim().split(/\r?\n/).slice(1);
  const place = proposal.columns.findIndex(({ kind }) => kind === "integer");
  // Neither file has a quoted value before its first column of whole numbers.
  const sum = lines.reduce((total, line) => total + BigInt(line.split(",")[place] || "0"), 0n);
  expect(lines.some((line) => line.includes('"'))).toBe(false);
  expect(await ask(target, `SELECT count(*), sum(c${place}) FROM d`)).toEqual([
    [String(lines.length), String(sum)],
  ]);
});

it("flights-3m.parquet is written anew with all its rows and miles", async () => {
  const path = file(readFileSync(vega("flights-3m.parquet")), "parquet");
  const proposal = await propose(path);
  const { imported, target } = await bringIn(path, proposal);
  expect(imported).toMatchObject({ ok: true, rows: 3_000_000, rowsLeftOut: 0 });
  expect(await ask(target, "SELECT count(*), sum(c2) FROM d")).toEqual([["3000000", "2194861208"]]);
});

it("work that is called off leaves nothing, and can begin anew", async () => {
  const path = file(`n\n${Array.from({ length: 400_000 }, (_, n) => n).join("\n")}\n`);
  const proposal = await propose(path);
  const off = new AbortController();
  setTimeout(() => off.abort(), 250);
  const task = {
    kind: "import" as const,
    format: "csv" as const,
    source: path,
    target: `${path}.stored`,
    delimiter: ",",
    columns: [
      {
        cid: "c0",
        kind: "integer" as const,
        scale: 0,
        onBad: "ask" as const,
        dates: { order: "ymd" as const, separator: "-" },
      },
    ],
    nullMarkers: [],
    decimalComma: false,
    badLines: 0,
    rows: proposal.rows,
  };
  expect(await runFileTask(task, { ...limits, signal: off.signal })).toEqual({ ok: false, code: "aborted" });
  expect(existsSync(task.target)).toBe(false);
  expect(await runFileTask(task, limits)).toMatchObject({ ok: true, rows: 400_000 });
});
