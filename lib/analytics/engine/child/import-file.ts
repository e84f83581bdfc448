import { open, rm } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { FileImported, ImportTask } from "../file-task";
import { scratchPath } from "../scratch-path";
import { copyWithout } from "./copy-without";
import { describeStored } from "./describe-stored";
import { findRejects } from "./find-rejects";
import { hashFile } from "./hash-file";
import { nameFileFailure } from "./name-file-failure";
import { openImport } from "./open-import";
import { quote } from "./quote";
import { readRows } from "./read-rows";
import { refuse } from "./refuse";
import { scanRecords } from "./scan-records";
import { type Source, sourceSql } from "./source-sql";
import { BAD_VALUE, type TypedSql, typedSql } from "./typed-sql";

/** Values of one row group: what a question reads at a time, and what the import holds in memory. */
const GROUP_VALUES = 2_500_000;
const [FEWEST_ROWS, MOST_ROWS] = [4_096, 122_880];

/**
 * Turns a file into stored columns, in one pass, and proves that no row was lost on the way. A second pass is made only
 * to say which values stopped the first, or how many rows the person's choices left out.
 * @returns a refusal, with nothing at the target, when values need a decision or the counts disagree
 */
export async function importFile(task: ImportTask, memoryMegabytes: number): Promise<FileImported> {
  // What an import that died has left there.
  await rm(task.target, { force: true });
  const imported = await convert(task, memoryMegabytes);
  if (!imported.ok) await rm(task.target, { force: true });
  return imported;
}

async function convert(task: ImportTask, memoryMegabytes: number): Promise<FileImported> {
  const { target, format, delimiter, columns } = task;
  const source: Source = { format, path: task.source, delimiter, columns: columns.length };
  const path = await withoutBadLines(task, source);
  const connection = await openImport([path, target], memoryMegabytes);
  const sql = typedSql(columns, sourceSql({ ...source, path }), task);
  try {
    await connection.run(
      `COPY (${sql.select}) TO ${quote(target)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${groupRows(columns.length)}, USE_TMP_FILE false)`,
    );
  } catch (error) {
    if (isBadValue(error))
      return { ok: false, code: "bad_values", rejects: await findRejects(connection, source, columns, sql) };
    return nameFileFailure(error, format === "parquet" ? "not_parquet" : "rows_disagree");
  }
  const stored = await describeStored(connection, target, columns);
  const rowsLeftOut = task.badLines + (await countLeftOut(connection, sql));
  if (stored.rows + rowsLeftOut !== task.rows)
    return refuse("rows_disagree", { rows: task.rows, stored: stored.rows, leftOut: rowsLeftOut });
  await flush(target);
  return { ok: true, ...stored, rowsLeftOut, ...(await hashFile(target)) };
}

/** The file whose every line fits the header: a working copy, if this one has others. */
async function withoutBadLines(task: ImportTask, source: Source): Promise<string> {
  if (task.badLines === 0) return task.source;
  const { badBytes } = await scanRecords(task.source, source);
  await copyWithout(task.source, scratchPath(task), badBytes);
  return scratchPath(task);
}

/** Counted from the file, not from what was stored: each number can prove the other wrong. */
async function countLeftOut(connection: DuckDBConnection, { rows, isLeftOut }: TypedSql): Promise<number> {
  if (isLeftOut === "false") return 0;
  const [[count = null] = []] = await readRows(connection, `SELECT count(*) FROM ${rows} WHERE ${isLeftOut}`);
  return Number(count);
}

/** The engine puts the kind of error before our own words; what it says about a line may quote the file. */
function isBadValue(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith(`Invalid Input Error: ${BAD_VALUE}`);
}

function groupRows(columns: number): number {
  const rows = Math.min(Math.max(GROUP_VALUES / columns, FEWEST_ROWS), MOST_ROWS);
  return Math.floor(rows / 2_048) * 2_048;
}

/** So that a stored file, once named in the database, outlives a power cut. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
