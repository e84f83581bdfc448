import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { checkSpec } from "../check-spec";
import type { Column } from "../column";
import type { AnalyticsEngine, Cell } from "../engine/analytics-engine";
import { createEngine } from "../engine/create-engine";
import { writeParquet } from "../engine/testing/write-parquet";
import type { Spec } from "../spec";
import { specSchema } from "../spec";
import { compile } from "./compile";
import { duckdb, postgres as pg } from "./dialect";

/** How many questions are made up in each run; the seed is printed, so that a failure can be asked again. */
const QUESTIONS = 440;
const ROWS = 20_000;
const seed = Number(process.env.ORACLE_SEED ?? Date.now() % 1_000_000);

const columns: Column[] = [
  { cid: "c0", name: "At", kind: "timestamp", scale: 0 },
  { cid: "c1", name: "Day", kind: "date", scale: 0 },
  { cid: "c2", name: "Channel", kind: "text", scale: 0 },
  { cid: "c3", name: "Product", kind: "text", scale: 0 },
  { cid: "c4", name: "Amount", kind: "decimal", scale: 2 },
  { cid: "c5", name: "Quantity", kind: "integer", scale: 0 },
  { cid: "c6", name: "Score", kind: "number", scale: 0 },
  { cid: "c7", name: "Returned", kind: "boolean", scale: 0 },
  { cid: "c8", name: "Rate", kind: "decimal", scale: 4 },
];

const folder = mkdtempSync(join(tmpdir(), "oracle-"));
let database: FreshDatabase;
let engine: AnalyticsEngine;

beforeAll(async () => {
  database = await freshDatabase();
  await database.sql.unsafe(`create table d (c0 timestamp, c1 date, c2 varchar, c3 varchar, c4 decimal(18,2),
    c5 bigint, c6 double precision, c7 boolean, c8 decimal(18,4))`);
  const rows = makeRows(random(seed));
  const file = join(folder, "rows.csv");
  writeFileSync(
    file,
    rows.map((row) => row.map((cell) => (cell === null ? "" : `"${cell}"`)).join(",")).join("\n"),
  );
  await copyIn(database.sql, rows);
  const types = [
    "TIMESTAMP",
    "DATE",
    "VARCHAR",
    "VARCHAR",
    "DECIMAL(18,2)",
    "BIGINT",
    "DOUBLE",
    "BOOLEAN",
    "DECIMAL(18,4)",
  ];
  const list = types.map((type, n) => `'c${n}': '${type}'`).join(", ");
  await writeParquet(
    join(folder, "rows.parquet"),
    `FROM read_csv('${file}', columns = {${list}}, auto_detect = false, header = false, nullstr = '', allow_quoted_nulls = false)`,
  );
  engine = createEngine(
    { children: 2, running: 2, waiting: 1_000, memoryMegabytes: 1_000, killMegabytes: 1_500 },
    (name) => join(folder, name),
  );
});
afterAll(async () => {
  engine.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

it(`${QUESTIONS} random questions have the same answers as PostgreSQL's (seed ${seed})`, async () => {
  const draw = random(seed + 1);
  for (let n = 0; n < QUESTIONS; n++) {
    const spec = makeSpec(draw);
    const where = `question ${n} of seed ${seed}: ${JSON.stringify(spec)}`;
    expect(specSchema.safeParse(spec).success, where).toBe(true);
    expect(checkSpec(spec, columns), where).toEqual([]);
    const { sql, params } = compile(spec, columns, duckdb);
    const question = { owner: "a", file: "rows.parquet", sql, params, deadlineMs: 30_000, maxRows: 10_000 };
    const answer = await engine.query(question);
    const expected = compile(spec, columns, pg);
    const truth = await database.sql.unsafe(expected.sql, [...expected.params]).values();
    if (!answer.ok) throw new Error(`${answer.reason} at ${where}: ${sql}`);
    expect(answer.rows.length, where).toBe(truth.length);
    answer.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const isSame = same(cell, truth[r]?.[c], measureOf(spec, c));
        if (!isSame)
          throw new Error(`row ${r}, cell ${c}: ${cell} is not ${truth[r]?.[c]} at ${where}\n${sql}`);
      });
    });
  }
}, 180_000);

it("money adds up exactly, whatever the order of the rows", async () => {
  const spec: Spec = { measures: [{ fn: "sum", column: "c4" }], time: null, breakdown: null, filters: [] };
  const { sql, params } = compile(spec, columns, duckdb);
  const answer = await engine.query({
    owner: "a",
    file: "rows.parquet",
    sql,
    params,
    deadlineMs: 9_000,
    maxRows: 1,
  });
  const cents = makeRows(random(seed)).reduce(
    (sum, row) => sum + BigInt((row[4] ?? "0").replace(".", "")),
    0n,
  );
  const expected = `${cents < 0n ? "-" : ""}${String(cents)
    .replace("-", "")
    .replace(/(\d\d)$/, ".$1")}`;
  expect(answer).toEqual({ ok: true, rows: [[null, null, false, expected, 1]] });
});

/** Text stands for exact numbers here; doubles may differ where their sums were taken in another order. */
function same(ours: Cell | undefined, theirs: unknown, fn: string): boolean {
  if (ours === null || ours === undefined || theirs === null) return ours === theirs;
  if (theirs instanceof Date) return theirs.toISOString().startsWith(String(ours).replace(" ", "T"));
  if (fn === "exact") return String(ours) === String(theirs);
  const [a, b] = [Number(ours), Number(theirs)];
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Sums of doubles, averages and quantiles are doubles; all else must be the same to the last digit. */
function measureOf(spec: Spec, cell: number): "exact" | "double" {
  const measure = spec.measures[cell - 3];
  if (measure === undefined || measure.fn === "count") {
    const isDouble = cell === 1 && spec.breakdown?.column === "c6";
    return isDouble ? "double" : "exact";
  }
  if (["avg", "median", "p95"].includes(measure.fn)) return "double";
  return measure.column === "c6" && measure.fn !== "count_distinct" ? "double" : "exact";
}

type Draw = () => number;

/** mulberry32: the same seed makes the same numbers everywhere. */
function random(start: number): Draw {
  let state = start >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item {
  return items[Math.floor(draw() * items.length)] ?? items[0];
}

const channels = ["web", "Store", "Other", "other", "", "phone", "über", "a'b", "x%y"] as const;

function makeRows(draw: Draw): (string | null)[][] {
  const some = (value: string) => (draw() < 0.06 ? null : value);
  return Array.from({ length: ROWS }, () => {
    const at = new Date(Date.UTC(2023, 10, 1) + Math.floor(draw() * 500 * 86_400) * 1_000);
    const cents = Math.floor(draw() * 1_000_000) - 100_000;
    const fine = Math.floor(draw() * 1_000_000);
    return [
      some(at.toISOString().slice(0, 19).replace("T", " ")),
      some(at.toISOString().slice(0, 10)),
      some(pick(draw, channels)),
      some(`product ${Math.floor(draw() ** 3 * 400)}`),
      some(
        `${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`,
      ),
      some(String(Math.floor(draw() * 40) - 5)),
      some(String(Math.floor(draw() * 2 ** 20) / 1_024)),
      some(String(draw() < 0.3)),
      some(`${Math.floor(fine / 10_000)}.${String(fine % 10_000).padStart(4, "0")}`),
    ];
  });
}

function makeSpec(draw: Draw): Spec {
  const maybe = <Item>(share: number, make: () => Item) => (draw() < share ? make() : null);
  const measure = (): Spec["measures"][number] => {
    const fn = pick(draw, ["count", "sum", "avg", "min", "max", "count_distinct", "median", "p95"] as const);
    if (fn === "count") return { fn };
    if (fn === "count_distinct")
      return { fn, column: pick(draw, ["c0", "c1", "c2", "c3", "c4", "c5", "c7"]) };
    if (fn === "min" || fn === "max") return { fn, column: pick(draw, ["c0", "c1", "c4", "c5", "c6", "c8"]) };
    return { fn, column: pick(draw, ["c4", "c5", "c6", "c8"]) };
  };
  const day = () =>
    new Date(Date.UTC(2023, 10, 1) + Math.floor(draw() * 500) * 86_400_000).toISOString().slice(0, 10);
  return {
    measures: Array.from({ length: 1 + Math.floor(draw() * 3) }, measure),
    time: maybe(0.6, () => {
      const [from, to] = [day(), day()].sort();
      const column = pick(draw, ["c0", "c1"]);
      const grain = pick(draw, [null, "day", "week", "month", "quarter", "year"] as const);
      return {
        column,
        grain: column === "c0" && draw() < 0.1 ? ("hour" as const) : grain,
        from: maybe(0.5, () => from ?? null),
        to: maybe(0.5, () => to ?? null),
      };
    }),
    breakdown: maybe(0.6, () => ({
      column: pick(draw, ["c2", "c3", "c5", "c7", "c1"]),
      top: 1 + Math.floor(draw() * 12),
      other: draw() < 0.7,
    })),
    filters: Array.from({ length: Math.floor(draw() * 3) }, () => makeFilter(draw, day)),
  };
}

function makeFilter(draw: Draw, day: () => string): Spec["filters"][number] {
  const column = pick(draw, ["c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"]);
  const value = () =>
    ({
      c1: day(),
      c2: pick(draw, [...channels]),
      c3: `product ${Math.floor(draw() * 400)}`,
      c4: pick(draw, ["100", "12.5", "0.005", "-3.1", "4999.99"]),
      c5: String(Math.floor(draw() * 40) - 5),
      c6: pick(draw, ["512", "3.25", "1e2"]),
      c7: pick(draw, ["true", "false"]),
      c8: pick(draw, ["50", "12.3456", "0.00001"]),
    })[column] ?? "";
  const isText = column === "c2" || column === "c3";
  const op = pick(draw, [
    "eq",
    "ne",
    "in",
    "not_in",
    "is_null",
    "not_null",
    "lt",
    "lte",
    "gt",
    "gte",
    "contains",
    "starts_with",
  ] as const);
  if (op === "is_null" || op === "not_null") return { column, op, values: [] };
  if (op === "in" || op === "not_in") return { column, op, values: [value(), value()] };
  if (op === "contains" || op === "starts_with")
    return isText
      ? { column, op, values: [pick(draw, ["o", "prod", "t 1", "%", "'", "OTHER"])] }
      : { column, op: "eq", values: [value()] };
  return { column, op, values: [value()] };
}

/** Row by row as JSON: the oracle is given the rows by another way than the engine. */
async function copyIn(sql: FreshDatabase["sql"], rows: readonly (string | null)[][]): Promise<void> {
  const list = rows.map((row) => Object.fromEntries(row.map((cell, n) => [`c${n}`, cell])));
  await sql.unsafe(
    "insert into d select * from jsonb_to_recordset($1::text::jsonb) as r(c0 timestamp, c1 date, c2 varchar, c3 varchar, c4 decimal(18,2), c5 bigint, c6 double precision, c7 boolean, c8 decimal(18,4))",
    [JSON.stringify(list)],
  );
  await sql.unsafe("analyze d");
}
