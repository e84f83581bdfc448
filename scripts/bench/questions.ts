import type { Measure, Spec } from "@/lib/analytics/spec";

/** A question in the portal's words and, for the same rows, by hand. */
export type BenchQuestion = { name: string; spec: Spec; byHand: string };

const plain: Spec = { measures: [{ fn: "count" }], time: null, breakdown: null, filters: [] };
const revenue: Measure = { fn: "sum", column: "c10" };
const over = (grain: "day" | "month", from: string | null = null, to: string | null = null) => ({
  column: "c1",
  grain,
  from,
  to,
});

/** Rows are `[bucket, group, whether it is the rest, ...measures, rank]`, as `compile` makes them. */
export const questions: readonly BenchQuestion[] = [
  {
    name: "revenue and orders by day",
    spec: { ...plain, measures: [revenue, { fn: "count" }], time: over("day") },
    byHand: "SELECT date_trunc('day', c1), NULL, FALSE, sum(c10), count(*), 1 FROM d GROUP BY 1 ORDER BY 1",
  },
  {
    name: "top 10 of 1,000 products, and the rest",
    spec: { ...plain, measures: [revenue], breakdown: { column: "c4", top: 10, other: true } },
    byHand: topByHand("c4"),
  },
  {
    name: "top 10 of 100,000 customers, and the rest",
    spec: { ...plain, measures: [revenue], breakdown: { column: "c3", top: 10, other: true } },
    byHand: topByHand("c3"),
  },
  {
    name: "customers by month",
    spec: { ...plain, measures: [{ fn: "count_distinct", column: "c3" }], time: over("month") },
    byHand: "SELECT date_trunc('month', c1), NULL, FALSE, count(DISTINCT c3), 1 FROM d GROUP BY 1 ORDER BY 1",
  },
  {
    name: "median and p95 by channel",
    spec: {
      ...plain,
      measures: [
        { fn: "median", column: "c10" },
        { fn: "p95", column: "c10" },
      ],
      breakdown: { column: "c7", top: 10, other: false },
    },
    byHand: `SELECT NULL, c7, FALSE, quantile_cont(CAST(c10 AS DOUBLE), 0.5) AS m,
      quantile_cont(CAST(c10 AS DOUBLE), 0.95), row_number() OVER (ORDER BY m DESC, c7)
      FROM d GROUP BY c7 ORDER BY m DESC, c7`,
  },
  {
    name: "30 days of one country, by day",
    spec: {
      ...plain,
      measures: [revenue],
      time: over("day", "2024-06-01", "2024-06-30"),
      filters: [{ column: "c6", op: "eq", values: ["France"] }],
    },
    byHand: `SELECT date_trunc('day', c1), NULL, FALSE, sum(c10), 1 FROM d
      WHERE c6 = 'France' AND c1 >= DATE '2024-06-01' AND c1 < DATE '2024-07-01' GROUP BY 1 ORDER BY 1`,
  },
  {
    name: "month by the top 3 channels, and the rest",
    spec: {
      ...plain,
      measures: [revenue, { fn: "count" }],
      time: over("month"),
      breakdown: { column: "c7", top: 3, other: true },
    },
    byHand: `WITH g AS (SELECT date_trunc('month', c1) AS b, c7 AS k, sum(c10) AS v, count(*) AS n FROM d GROUP BY 1, 2),
      t AS (SELECT k, least(row_number() OVER (ORDER BY sum(v) DESC, k), 4) AS r FROM g GROUP BY k)
      SELECT b, CASE WHEN r <= 3 THEN k END, r > 3, sum(v), sum(n), r FROM g JOIN t USING (k) GROUP BY ALL ORDER BY b, r`,
  },
  {
    name: "orders of lamps by country",
    spec: {
      ...plain,
      breakdown: { column: "c6", top: 10, other: false },
      filters: [{ column: "c4", op: "contains", values: ["lamp"] }],
    },
    byHand: `SELECT NULL, c6, FALSE, count(*) AS n, row_number() OVER (ORDER BY n DESC, c6) FROM d
      WHERE contains(lower(c4), 'lamp') GROUP BY c6 ORDER BY n DESC, c6`,
  },
  {
    name: "orders with a discount",
    spec: { ...plain, filters: [{ column: "c11", op: "gt", values: ["10"] }] },
    byHand: "SELECT NULL, NULL, FALSE, count(*), 1 FROM d WHERE c11 > 10",
  },
  {
    name: "all orders",
    spec: plain,
    byHand: "SELECT NULL, NULL, FALSE, count(*), 1 FROM d",
  },
];

function topByHand(column: string): string {
  return `WITH g AS (SELECT ${column} AS k, sum(c10) AS v FROM d GROUP BY 1),
    t AS (SELECT k, v, least(row_number() OVER (ORDER BY v DESC, k), 11) AS r FROM g)
    SELECT NULL, CASE WHEN r <= 10 THEN any_value(k) END, r > 10, sum(v), r FROM t GROUP BY r ORDER BY r`;
}
