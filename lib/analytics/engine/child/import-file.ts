import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { rm, stat } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { FileImported, ImportTask, StoredColumn } from "../file-task";
import { refuse } from "./check-csv";
import { listRejects } from "./list-rejects";
import { nameFailure } from "./name-failure";
import { openImport } from "./open-import";
import { quote } from "./quote";
import { readRows } from "./read-rows";
import { sourceSql } from "./source-sql";
import { BAD_VALUE, typedSql } from "./typed-sql";

/** Engines skip groups of rows that a filter can't meet; this many are read at a time. */
const GROUP_ROWS = 122_880;
const LONGEST_FACT = 200;

/**
 * Writes the stored columns of a file in one pass. A value that does not fit its column stops it, and a second pass
 * lists them all; what was written by then is taken away.
 */
export async function importFile(task: ImportTask, memoryMegabytes: number): Promise<FileImported> {
  const { source: path, target, delimiter, columns } = task;
  // Over a file that is there the engine would write by another name, which it may not.
  await rm(target, { force: true });
  const connection = await openImport([path, target], memoryMegabytes);
  const source = sourceSql(
    { format: task.format, path, delimiter, columns: columns.length },
    task.badLines > 0,
  );
  const typed = typedSql(columns, source, task);
  try {
    await connection.run(
      `COPY (${typed.select}) TO ${quote(target)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${GROUP_ROWS})`,
    );
  } catch (error) {
    await rm(target, { force: true });
    const words = error instanceof Error ? error.message : "";
    if (words.includes(BAD_VALUE))
      return { ok: false, code: "bad_values", rejects: await listRejects(connection, task, typed) };
    if (/No space left|disk/i.test(words)) return refuse("disk_full");
    return refuse("import_crashed", { kind: nameFailure(error).name });
  }
  const { rows, stored } = await describeStored(connection, task);
  const rowsLeftOut = task.rows - rows;
  const left = await countLeftOut(connection, task, typed.rows, typed.isLeftOut);
  if (rowsLeftOut !== left + task.badLines) {
    await rm(target, { force: true });
    return refuse("rows_disagree", { file: task.rows, stored: rows });
  }
  return {
    ok: true,
    rows,
    rowsLeftOut,
    bytes: (await stat(target)).size,
    sha256: await hashOf(target),
    columns: stored,
  };
}

/** Counted on its own, so that a row which vanished on the way is noticed. */
async function countLeftOut(
  connection: DuckDBConnection,
  { columns }: ImportTask,
  rows: string,
  isLeftOut: string,
): Promise<number> {
  if (columns.every(({ onBad }) => onBad !== "leave-out")) return 0;
  const counted = await readRows(connection, `SELECT count(*) FROM ${rows} WHERE ${isLeftOut}`);
  return Number(counted[0]?.[0] ?? 0);
}

async function describeStored(
  connection: DuckDBConnection,
  { target, columns }: ImportTask,
): Promise<{ rows: number; stored: StoredColumn[] }> {
  const facts = columns.flatMap(({ cid }) => [
    `count(*) - count(${cid})`,
    `approx_count_distinct(${cid})`,
    `left(CAST(min(${cid}) AS VARCHAR), ${LONGEST_FACT})`,
    `left(CAST(max(${cid}) AS VARCHAR), ${LONGEST_FACT})`,
  ]);
  const answer = await readRows(
    connection,
    `SELECT ${["count(*)", ...facts].join(", ")} FROM read_parquet(${quote(target)})`,
  );
  const [rows = 0, ...values] = answer[0] ?? [];
  const stored = columns.map((_, place): StoredColumn => {
    const [nulls, distinct, min, max] = values.slice(place * 4, place * 4 + 4);
    return {
      nulls: Number(nulls),
      distinctEstimate: Number(distinct),
      min: min === null || min === undefined ? null : String(min),
      max: max === null || max === undefined ? null : String(max),
    };
  });
  return { rows: Number(rows), stored };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(path)) hash.update(piece);
  return hash.digest("hex");
}
