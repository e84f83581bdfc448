import type { DuckDBConnection } from "@duckdb/node-api";
import type { Rejects } from "@/lib/base/dataset-file";
import type { ColumnPlan } from "../file-task";
import { readRows } from "./read-rows";
import { scanRecords } from "./scan-records";
import type { Source } from "./source-sql";
import type { TypedSql } from "./typed-sql";

const MOST_SHOWN = 100;
const LONGEST_VALUE = 200;

/**
 * The values that stopped an import: those that do not fit their column, where the column asks, in rows that no other
 * choice leaves out. Lines are the file's own; of a Parquet file, which has none, the number of the row.
 */
export async function findRejects(
  connection: DuckDBConnection,
  source: Source,
  columns: readonly ColumnPlan[],
  { rows, isBad, isLeftOut }: TypedSql,
): Promise<Rejects> {
  const asking = columns.flatMap(({ onBad }, column) =>
    onBad === "ask" ? [{ column, bad: `(${isBad[column]})` }] : [],
  );
  const isAny = asking.map(({ bad }) => bad).join(" OR ");
  const counts = asking.map(({ bad }) => `count(*) FILTER (WHERE ${bad})`).join(", ");
  const [[total = null, ...byColumn] = []] = await readRows(
    connection,
    `SELECT count(*) FILTER (WHERE ${isAny}), ${counts} FROM ${rows} WHERE NOT (${isLeftOut})`,
  );
  const values = asking.map(
    ({ column, bad }) => `CASE WHEN ${bad} THEN left(v${column}, ${LONGEST_VALUE}) END`,
  );
  const first = await readRows(
    connection,
    `SELECT n, ${values.join(", ")} FROM (SELECT row_number() OVER () AS n, * FROM ${rows})
      WHERE NOT (${isLeftOut}) AND (${isAny}) LIMIT ${MOST_SHOWN}`,
  );
  const lines = await findLines(source, new Set(first.map(([n]) => Number(n))));
  return {
    rows: Number(total),
    columns: asking
      .map(({ column }, place) => ({ column, count: Number(byColumn[place]) }))
      .filter(({ count }) => count > 0),
    first: first
      .flatMap(([n, ...cells]) =>
        asking.flatMap(({ column }, place) => {
          const value = cells[place] ?? null;
          return value === null ? [] : [{ line: lines(Number(n)), column, value: String(value) }];
        }),
      )
      .slice(0, MOST_SHOWN),
  };
}

/** Turns numbers of records into lines of the file. */
async function findLines(source: Source, wanted: ReadonlySet<number>): Promise<(record: number) => number> {
  if (source.format === "parquet") return (record) => record;
  const { lines } = await scanRecords(source.path, source, wanted);
  return (record) => lines.get(record) ?? 0;
}
