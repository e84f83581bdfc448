import type { DuckDBConnection } from "@duckdb/node-api";
import type { Rejects } from "@/lib/base/dataset-file";
import type { ImportTask } from "../file-task";
import { readRows } from "./read-rows";
import { scanRecords } from "./scan-records";
import type { TypedSql } from "./typed-sql";

const MOST_LISTED = 100;
const LONGEST_VALUE = 200;

/** Every value that does not fit its column, counted, and the first of them with their lines. */
export async function listRejects(
  connection: DuckDBConnection,
  task: ImportTask,
  { rows, isBad }: TypedSql,
): Promise<Rejects> {
  const asking = isBad.flatMap((bad, place) =>
    task.columns[place]?.onBad === "ask" ? [{ bad, place }] : [],
  );
  const anyBad = asking.map(({ bad }) => `(${bad})`).join(" OR ") || "false";
  const counted = await readRows(
    connection,
    `SELECT ${[`count(*) FILTER (${anyBad})`, ...asking.map(({ bad }) => `count(*) FILTER (${bad})`)].join(", ")} FROM ${rows}`,
  );
  const [total, ...counts] = counted[0] ?? [];
  const values = asking.map(({ bad, place }) => `CASE WHEN ${bad} THEN v${place} END`);
  const found = await readRows(
    connection,
    `SELECT * FROM (SELECT row_number() OVER () AS n, ${values.map((value, n) => `${value} AS b${n}`).join(", ")} FROM ${rows})
     WHERE ${values.map((_, n) => `b${n} IS NOT NULL`).join(" OR ")} ORDER BY n LIMIT ${MOST_LISTED}`,
  );
  const lines = await linesOf(
    task,
    found.map(([n]) => Number(n)),
  );
  const first = found.flatMap(([n, ...bad]) =>
    bad.flatMap((value, at) =>
      value === null
        ? []
        : [
            {
              line: lines.get(Number(n)) ?? 0,
              column: asking[at]?.place ?? 0,
              value: String(value).slice(0, LONGEST_VALUE),
            },
          ],
    ),
  );
  return {
    rows: Number(total ?? 0),
    columns: asking.flatMap(({ place }, at) => {
      const count = Number(counts[at] ?? 0);
      return count > 0 ? [{ column: place, count }] : [];
    }),
    first: first.slice(0, MOST_LISTED),
  };
}

/** A Parquet file has no lines; its rows are numbered. */
async function linesOf(task: ImportTask, records: readonly number[]): Promise<Map<number, number>> {
  if (task.format === "parquet") return new Map(records.map((n) => [n, n]));
  const { source, delimiter, columns } = task;
  const { lines } = await scanRecords(source, { delimiter, columns: columns.length }, new Set(records));
  return lines;
}
