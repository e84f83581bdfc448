import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Column } from "../column";
import type { AnalyticsEngine } from "../engine/analytics-engine";
import { createEngine } from "../engine/create-engine";
import { writeParquet } from "../engine/testing/write-parquet";
import type { Spec } from "../spec";
import { compile } from "./compile";
import { duckdb } from "./dialect";

const columns: Column[] = [
  { cid: "c0", name: "At", kind: "timestamp", scale: 0 },
  { cid: "c1", name: "Product", kind: "text", scale: 0 },
  { cid: "c2", name: "Amount", kind: "decimal", scale: 2 },
];
const plain: Spec = { measures: [{ fn: "sum", column: "c2" }], time: null, breakdown: null, filters: [] };
const byMonth = { column: "c0", grain: "month", from: null, to: null } as const;
const top = { column: "c1", top: 3, other: false };
const topAndRest = { ...top, other: true };
const median: Spec["measures"] = [{ fn: "median", column: "c2" }];
const filters: Spec["filters"] = [{ column: "c1", op: "ne", values: ["p1"] }];

const folder = mkdtempSync(join(tmpdir(), "scans-"));
let engine: AnalyticsEngine;
beforeAll(async () => {
  await writeParquet(
    join(folder, "rows.parquet"),
    "SELECT TIMESTAMP '2024-01-01' + INTERVAL (n) HOUR AS c0, 'p' || n % 7 AS c1, CAST(n AS DECIMAL(18, 2)) AS c2 FROM range(5000) AS r(n)",
  );
  engine = createEngine(
    { children: 1, running: 1, waiting: 100, memoryMegabytes: 500, killMegabytes: 1_500 },
    (name) => join(folder, name),
  );
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true });
});

it.each<[string, number, Partial<Spec>]>([
  ["a total", 1, { filters }],
  ["months", 1, { time: byMonth, measures: [{ fn: "count_distinct", column: "c1" }] }],
  ["the top", 1, { breakdown: top, filters }],
  ["the top and the rest", 1, { breakdown: topAndRest, filters }],
  ["the top by month", 1, { breakdown: top, time: byMonth }],
  ["the top by month and the rest", 1, { breakdown: topAndRest, time: byMonth }],
  ["medians of the top", 1, { breakdown: top, measures: median }],
  // Medians of several groups say nothing of the median of them all.
  ["medians of the top and of the rest", 2, { breakdown: topAndRest, measures: median }],
  ["medians of the top by month", 2, { breakdown: top, time: byMonth, measures: median }],
])("%s: the file is read so many times: %i", async (_, scans, part) => {
  const { sql, params } = compile({ ...plain, ...part }, columns, duckdb);
  const question = { owner: "a", file: "rows.parquet", params, deadlineMs: 20_000, maxRows: 100 };
  const answer = await engine.query({ ...question, sql: `EXPLAIN (FORMAT json) ${sql}` });
  if (!answer.ok) throw new Error(answer.reason);
  const plan = answer.rows.map(([, lines]) => String(lines)).join("\n");
  expect(plan.match(/"name": "READ_PARQUET/g), plan).toHaveLength(scans);
});

it("groups without buckets have one key, which the engine groups much quicker by than by two", () => {
  const { sql } = compile({ ...plain, breakdown: topAndRest }, columns, duckdb);
  expect(sql).toContain("FROM d  GROUP BY 1)");
});
