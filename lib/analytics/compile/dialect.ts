import type { ColumnKind } from "@/lib/base/column-kind";
import type { Grain } from "../spec";

/** Where engines differ in words. All of them must mean the same. */
export type Dialect = {
  /** The nearest value that at least this share of the values do not exceed, interpolated. */
  quantile(column: string, share: number): string;
  truncate(column: string, grain: Grain): string;
  /** How text is ordered: by its bytes. */
  sortText(column: string): string;
  contains(column: string, value: string): string;
  startsWith(column: string, value: string): string;
  type(kind: ColumnKind, scale: number): string;
  double: string;
};

const types = (double: string) => (kind: ColumnKind, scale: number) =>
  ({
    text: "VARCHAR",
    integer: "BIGINT",
    decimal: `DECIMAL(${scale > 4 ? 38 : 18},${scale})`,
    number: double,
    boolean: "BOOLEAN",
    date: "DATE",
    timestamp: "TIMESTAMP",
  })[kind];

export const duckdb: Dialect = {
  quantile: (column, share) => `quantile_cont(CAST(${column} AS DOUBLE), ${share})`,
  truncate: (column, grain) => `CAST(date_trunc('${grain}', ${column}) AS TIMESTAMP)`,
  sortText: (column) => column,
  contains: (column, value) => `contains(lower(${column}), lower(${value}))`,
  startsWith: (column, value) => `starts_with(lower(${column}), lower(${value}))`,
  type: types("DOUBLE"),
  double: "DOUBLE",
};

/** PostgreSQL answers the same questions, slower: the tests hold the engine against it. */
export const postgres: Dialect = {
  quantile: (column, share) =>
    `percentile_cont(${share}) WITHIN GROUP (ORDER BY CAST(${column} AS DOUBLE PRECISION))`,
  truncate: (column, grain) => `date_trunc('${grain}', CAST(${column} AS TIMESTAMP))`,
  sortText: (column) => `${column} COLLATE "C"`,
  contains: (column, value) => `strpos(lower(${column}), lower(${value})) > 0`,
  startsWith: (column, value) => `starts_with(lower(${column}), lower(${value}))`,
  type: types("DOUBLE PRECISION"),
  double: "DOUBLE PRECISION",
};
