import { existsSync, readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { FileTrial } from "./testing/file-trial";
import { writeParquet } from "./testing/write-parquet";

const trial = new FileTrial();
afterAll(() => trial.clear());

it("a Parquet file keeps its types, in columns of our own names", async () => {
  const source = trial.write("");
  await writeParquet(
    source,
    `SELECT range AS "Order no", '0' || range AS zip, (range / 4)::DECIMAL(12,2) AS price, range / 3 AS share,
      range % 2 = 0 AS ok, DATE '2024-01-01' + range::INT AS day, TIMESTAMPTZ '2024-01-01 10:00:00+02' AS at,
      nullif(range, 2)::UTINYINT AS small FROM range(5)`,
  );
  const proposal = await trial.propose(source, { format: "parquet" });
  expect(proposal).toMatchObject({ delimiter: null, isPrepared: false, rows: 5, badLines: { count: 0 } });
  expect(proposal.columns.map(({ name, kind, scale }) => `${name} ${kind} ${scale}`)).toEqual([
    "Order no integer 0",
    "zip text 0",
    "price decimal 2",
    "share number 0",
    "ok boolean 0",
    "day date 0",
    "at timestamp 0",
    "small integer 0",
  ]);
  expect(proposal.preview[3]?.slice(0, 4)).toEqual(["3", "03", "0.75", "1.0"]);
  expect(await trial.bring(source, proposal)).toMatchObject({ ok: true, rows: 5, rowsLeftOut: 0 });
  expect(await trial.read("SELECT * FROM d LIMIT 1 OFFSET 2")).toEqual([
    ["2", "02", "0.50", "0.6666666666666666", "true", "2024-01-03", "2024-01-01 08:00:00", null],
  ]);
});

it("what a Parquet file holds beyond its kind is asked about by row", async () => {
  const source = trial.write("");
  await writeParquet(source, "SELECT unnest([1::UBIGINT, 18446744073709551615]) AS n");
  const proposal = await trial.propose(source, { format: "parquet" });
  expect(await trial.bring(source, proposal)).toMatchObject({
    rejects: { rows: 1, first: [{ line: 2, column: 0, value: "18446744073709551615" }] },
  });
});

it.each([
  ["lists", "SELECT [1, 2] AS tags", "nested_parquet", { column: "tags" }],
  ["structs", "SELECT 1 AS a, {x: 1} AS place", "nested_parquet", { column: "place" }],
  ["no rows", "SELECT 1 AS a WHERE false", "empty_file", {}],
  ["a name in two cases", `SELECT 1 AS a, 2 AS "a "`, "header_duplicate", { names: ["a "] }],
  ["too many rows", "SELECT * FROM range(11) t(a)", "too_many_rows", { rows: 11, most: 10 }],
])("a Parquet file with %s is refused by name", async (_, query, code, facts) => {
  const source = trial.write("");
  await writeParquet(source, query);
  const most = { rows: 10, columns: 5 };
  expect(await trial.check(source, { format: "parquet", most })).toEqual({ ok: false, code, facts });
});

it("a Parquet file that is truncated, altered or none is refused by name", async () => {
  const path = trial.write("");
  await writeParquet(path, "SELECT range AS a, 'w' || range AS b FROM range(100000)");
  const whole = readFileSync(path);
  const noParquet = { ok: false, code: "not_parquet", facts: {} };
  const check = (bytes: string | Uint8Array) => trial.check(trial.write(bytes), { format: "parquet" });
  expect(await check(whole.subarray(0, 50_000))).toEqual(noParquet);
  expect(await check("a,b\n1,2\n3,4\n")).toEqual(noParquet);
  expect(await check("PAR1")).toEqual(noParquet);
  expect(await check(`PAR1${"x".repeat(100)}PAR1`)).toEqual(noParquet);

  const proposal = await trial.propose(trial.write(whole), { format: "parquet" });
  const altered = Buffer.from(whole);
  altered.fill(7, 5_000, 40_000);
  expect(await trial.bring(trial.write(altered), proposal)).toEqual(noParquet);
  expect(existsSync(trial.target)).toBe(false);
});
