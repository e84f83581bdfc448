import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyWithout } from "./copy-without";
import { scanRecords } from "./scan-records";

const folder = mkdtempSync(join(tmpdir(), "scan-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(text: string): string {
  const path = join(folder, "file");
  writeFileSync(path, text);
  return path;
}

const commas = { delimiter: ",", columns: 2 };

it("counts records, not lines, and knows on which line a record begins", async () => {
  const path = write('a,b\n1,"x\ny"\n\n2,z\n3\n4,w');
  const scanned = await scanRecords(path, commas, new Set([1, 2, 3]));
  expect(scanned.records).toBe(4);
  expect(scanned.badLines).toEqual({ count: 1, first: [{ line: 6, found: 1 }] });
  expect([...scanned.lines]).toEqual([
    [1, 2],
    [2, 5],
    [3, 7],
  ]);
});

it("finds where a quotation mark opens that is never closed, and what stands after one that closed too soon", async () => {
  expect((await scanRecords(write('a,b\n1,2\n3,"x\n4,5\n'), commas)).openQuoteLine).toBe(3);
  expect((await scanRecords(write('a,b\n"1"x,2\n'), commas)).badLines.first).toEqual([
    { line: 2, found: null },
  ]);
  expect((await scanRecords(write('a,b\n1"x,2\n"1" "x",2\n'), commas)).badLines.count).toBe(1);
});

it("passes over spaces around quoted values", async () => {
  const scanned = await scanRecords(write('a, "b"\n1, "x,\ny" \n "2" ,z\n3,  "w"\n'), commas);
  expect(scanned).toMatchObject({ records: 3, badLines: { count: 0 } });
});

it.each([
  ["in the middle", "a,b\n1,2\n3\n4,5\n", "a,b\n1,2\n4,5\n"],
  ["side by side", 'a,b\n"1"x,2\n3\n4,5\n6,7,8\n', "a,b\n4,5\n"],
  ["at the end", "a,b\n1,2\n3", "a,b\n1,2\n"],
  ["with a line end inside", 'a,b\n"x\ny"\n4,5\n', "a,b\n4,5\n"],
  [
    "over the borders of what is read at a time",
    `a,b\n${"1,2\n".repeat(262_142)}${"x".repeat(1_500_000)}\n3,4\n`,
    null,
  ],
])("lines that don't fit can be taken out %s", async (_, text, kept) => {
  const path = write(text);
  const copy = join(folder, "copy");
  await copyWithout(path, copy, (await scanRecords(path, commas)).badBytes);
  expect(readFileSync(copy, "utf8")).toBe(kept ?? `a,b\n${"1,2\n".repeat(262_142)}3,4\n`);
});
