import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { copyWithout } from "./copy-without";
import { openImport } from "./open-import";
import { readRows } from "./read-rows";
import { scanRecords } from "./scan-records";
import { sourceSql } from "./source-sql";
import { splitRecords } from "./split-record";

const folder = mkdtempSync(join(tmpdir(), "agree-"));
afterAll(() => rmSync(folder, { recursive: true }));

const pieces = ["a", "b", "1", ",", ",", "\n", "\n", '"', '""', '"x"', '"x\ny"', '"p,q"', '"r""s"', " ", "é"];

/** Texts that are the same in every run. */
function* randomTexts(count: number): Generator<string> {
  let seed = 42;
  const below = (most: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed >>> 8) % most;
  };
  for (let turn = 0; turn < count; turn += 1)
    yield Array.from({ length: below(25) }, () => pieces[below(pieces.length)]).join("");
}

it("the scan, the cut of a record and the engine read the same out of a thousand twisted texts", async () => {
  const [path, fitting] = [join(folder, "file"), join(folder, "fitting")];
  for (const file of [path, fitting]) writeFileSync(file, "");
  const connection = await openImport([fitting], 256);
  let compared = 0;
  for (const text of randomTexts(1_000)) {
    writeFileSync(path, `h,i\n${text}`);
    const scanned = await scanRecords(path, { delimiter: ",", columns: 2 });
    if (scanned.openQuoteLine !== null) continue;
    await copyWithout(path, fitting, scanned.badBytes);
    const source = sourceSql({ format: "csv", path: fitting, delimiter: ",", columns: 2 });
    const rows = await readRows(connection, `SELECT coalesce(v0, ''), coalesce(v1, '') FROM ${source}`);
    const [, ...cut] = splitRecords(readFileSync(fitting, "utf8"), ",");
    expect([text, rows]).toEqual([text, cut]);
    expect(rows).toHaveLength(scanned.records - scanned.badLines.count);
    compared += rows.length;
  }
  expect(compared).toBeGreaterThan(200);
});
