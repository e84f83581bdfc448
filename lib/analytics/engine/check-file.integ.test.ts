import { gzipSync } from "node:zlib";
import { afterAll, expect, it } from "vitest";
import { FileTrial } from "./testing/file-trial";

const trial = new FileTrial();
afterAll(() => trial.clear());

const wide = Array.from({ length: 3_000 }, (_, place) => `n${place}`).join(",");
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le");

it.each([
  ["an empty file", "", "empty_file", {}],
  ["blank lines only", "\n\n \n", "empty_file", {}],
  ["a header only", "a,b\n", "empty_file", {}],
  ["gzip", gzipSync("a,b\n1,2\n"), "compressed", {}],
  ["zip", Buffer.from("PK\u0003\u0004rest"), "compressed", {}],
  ["NULs", "a,b\n1,\0\n", "not_text", {}],
  ["UTF-16 with NULs", utf16("a,b\n1,\0\n"), "not_text", {}],
  ["3,000 columns", `${wide}\n${wide}\n`, "too_many_columns", { columns: 3_000, most: 200 }],
  ["the same header twice", "a,b,A \n1,2,3\n", "header_duplicate", { names: ["A "] }],
  ["a blank header", "a,,c\n1,2,3\n", "header_missing", { column: 2 }],
  ["a header of 201 signs", `a,${"b".repeat(201)}\n1,2\n`, "header_too_long", { column: 2, most: 200 }],
  ["a quotation mark never closed", 'a,b\n1,x\n2,"open\n3,y\n', "quote_open", { line: 3 }],
  ["a line beyond 2,000,000 bytes", `a,b\n1,${"x".repeat(2_000_001)}\n`, "line_too_long", { line: 2 }],
  ["lines that fit no delimiter", "a,b;c\n1;2,3\n4,5;6\n".repeat(3), "delimiter_unclear", {}],
])("refused by name: %s", async (_, content, code, facts) => {
  expect(await trial.check(trial.write(content))).toEqual({ ok: false, code, facts });
});

it("more rows than allowed are refused with both numbers", async () => {
  const answer = await trial.check(trial.write("a\n1\n2\n3\n"), { most: { rows: 2, columns: 200 } });
  expect(answer).toEqual({ ok: false, code: "too_many_rows", facts: { rows: 3, most: 2 } });
});

it("a file that is not there is named", async () => {
  expect(await trial.check("/nowhere/upload")).toEqual({ ok: false, code: "upload_missing", facts: {} });
});

it.each([
  ["ids of 20 digits", ["12345678901234567890", "1"], { kind: "text" }],
  ["leading zeros", ["01234", "99999"], { kind: "text" }],
  ["whole numbers", ["-5", "12"], { kind: "integer" }],
  ["money", ["12.50", "7"], { kind: "decimal", scale: 2 }],
  ["money with the sign", ["$12.50", "$7.00"], { kind: "text" }],
  ["days written 13/04", ["03/04/2024", "13/04/2024"], { kind: "date", dates: { order: "dmy" } }],
  ["days written 04/13", ["03/04/2024", "04/13/2024"], { kind: "date", dates: { order: "mdy" } }],
  ["days that could be either", ["03/04/2024", "05/06/2024"], { kind: "date", dates: { order: null } }],
  ["days of both orders", ["13/04/2024", "04/13/2024"], { kind: "text" }],
])("columns keep what they hold: %s", async (_, values, column) => {
  const proposal = await trial.propose(trial.write(["a", ...values, ""].join("\n")));
  expect(proposal).toMatchObject({ rows: 2, columns: [{ name: "a", ...column }] });
});

it.each([
  [",", "a,b\n1,x\n2,y\n"],
  [";", "a;b\n1,5;x\n2,25;y\n"],
  ["\t", "a\tb\n1\tx, y\n2\ty, z\n"],
  ["|", 'a|b\n1|"x|y"\n2|z\n'],
])("the delimiter %j is found", async (delimiter, content) => {
  const proposal = await trial.propose(trial.write(content));
  expect(proposal).toMatchObject({ delimiter, rows: 2, columns: [{ name: "a" }, { name: "b" }] });
});

it("a decimal comma is proposed for the whole file", async () => {
  const proposal = await trial.propose(trial.write("a;b\n1,5;x\n-2,25;y\n"));
  expect(proposal).toMatchObject({ decimalComma: true, columns: [{ kind: "decimal", scale: 2 }, {}] });
});

it.each([
  ["UTF-16, little end first", utf16("a,b\r\n1,Zoë\r\n"), "utf-16le"],
  ["UTF-16, big end first", utf16("a,b\r\n1,Zoë\r\n").swap16(), "utf-16be"],
  ["a byte order mark", "\ufeffa,b\n1,Zoë\n", "utf-8"],
  ["lines that end with CR and LF", "a,b\r\n1,Zoë\r\n", "utf-8"],
  ["lines that end with CR", "a,b\r1,Zoë\r", "utf-8"],
])("however it is written, the same is read: %s", async (_, content, encoding) => {
  expect(await trial.propose(trial.write(content))).toMatchObject({
    encoding,
    isPrepared: true,
    rows: 1,
    columns: [
      { name: "a", kind: "integer" },
      { name: "b", kind: "text" },
    ],
    preview: [["1", "Zoë"]],
  });
});

it("Latin-1 is asked about with its first such line, and read once it was chosen", async () => {
  const source = trial.write(Buffer.from("a,b\n1,Zoe\n2,Zo\xeb\n", "latin1"));
  expect(await trial.check(source)).toEqual({
    ok: true,
    proposal: { asks: "encoding", sample: "2,Zoë", line: 3 },
  });
  const proposal = await trial.propose(source, { encoding: "windows-1252" });
  expect(proposal.preview).toEqual([
    ["1", "Zoe"],
    ["2", "Zoë"],
  ]);
});

it("a character cut off at the end of the file is asked about too", async () => {
  const source = trial.write(Buffer.from("a,b\n1,Zo\xc3", "latin1"));
  expect(await trial.check(source)).toMatchObject({
    ok: true,
    proposal: { asks: "encoding", sample: "1,ZoÃ", line: 2 },
  });
});

it("what a mark means is asked column by column, whatever the others tell", async () => {
  const proposal = await trial.propose(trial.write("a;b;c;d\n1.234;1,5;1,234;0.5\n12.500;2,25;2,345;1.5\n"));
  expect(proposal).toMatchObject({
    columns: [
      { kind: null, scale: 3, unclearMark: "." },
      { kind: "text", unclearMark: null },
      { kind: null, scale: 3, unclearMark: "," },
      { kind: "decimal", scale: 1, unclearMark: null },
    ],
  });
});

it("ragged lines are counted and named, with how many values they have", async () => {
  const proposal = await trial.propose(trial.write('a,b\n1,2\n3\n4,5,6\n"7"x,8\n"9\n9",10\n\n11,12\n'));
  expect(proposal).toMatchObject({
    rows: 6,
    badLines: {
      count: 3,
      first: [
        { line: 3, found: 1 },
        { line: 4, found: 3 },
        { line: 5, found: null },
      ],
    },
    preview: [
      ["1", "2"],
      ["9\n9", "10"],
      ["11", "12"],
    ],
  });
});
