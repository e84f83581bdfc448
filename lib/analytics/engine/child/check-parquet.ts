import { open } from "node:fs/promises";
import { type DuckDBConnection, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";
import type { ProposedColumn } from "@/lib/base/dataset-file";
import type { CheckTask, FileChecked, FileRefused } from "../file-task";
import { judgeHeader } from "./judge-header";
import { nameFileFailure } from "./name-file-failure";
import { openImport } from "./open-import";
import { PREVIEW_LENGTH, PREVIEW_ROWS } from "./preview";
import { quote } from "./quote";
import { readRows } from "./read-rows";
import { refuse } from "./refuse";
import { sourceSql } from "./source-sql";

const MARK = "PAR1";
/** The most digits behind the point of a decimal column. */
const SCALE = 4;

type Schema = { names: string[]; rows: number };

/** Looks at an uploaded Parquet file and proposes columns of the types it names, or says why nothing can be made of it. */
export async function checkParquet(task: CheckTask, memoryMegabytes: number): Promise<FileChecked> {
  const problem = await judgeMarks(task.source);
  if (problem !== null) return problem;
  const connection = await openImport([task.source], memoryMegabytes);
  try {
    const schema = await readSchema(connection, task.source);
    if ("code" in schema) return schema;
    const { names, rows } = schema;
    const flaw = judgeHeader(names, task.most.columns);
    if (flaw !== null) return flaw;
    if (rows === 0) return refuse("empty_file");
    if (rows > task.most.rows) return refuse("too_many_rows", { rows, most: task.most.rows });
    return {
      ok: true,
      proposal: {
        asks: "columns",
        encoding: "utf-8",
        isPrepared: false,
        delimiter: null,
        rows,
        columns: await proposeColumns(connection, task.source, names),
        nullMarkers: [],
        decimalComma: false,
        badLines: { count: 0, first: [] },
        preview: await readPreview(connection, task.source, names.length),
      },
    };
  } catch (error) {
    return nameFileFailure(error, "not_parquet");
  }
}

/** A Parquet file begins and ends with the same four bytes (parquet.apache.org, "File Format"); a truncated one only begins. */
async function judgeMarks(path: string): Promise<FileRefused | null> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size === 0) return refuse("empty_file");
    if (size < 3 * MARK.length) return refuse("not_parquet");
    const marks = Buffer.alloc(2 * MARK.length);
    await file.read(marks, 0, MARK.length, 0);
    await file.read(marks, MARK.length, MARK.length, size - MARK.length);
    return marks.toString("latin1") === MARK + MARK ? null : refuse("not_parquet");
  } finally {
    await file.close();
  }
}

/** The file's own list of columns: its root, and right below it values. Anything deeper or repeated is no table. */
async function readSchema(connection: DuckDBConnection, path: string): Promise<Schema | FileRefused> {
  const file = quote(path);
  const [, ...elements] = await readRows(
    connection,
    `SELECT name, coalesce(num_children, 0) > 0 OR repetition_type = 'REPEATED' FROM parquet_schema(${file})`,
  );
  const nested = elements.find(([, isNested]) => isNested === "true");
  if (nested !== undefined) return refuse("nested_parquet", { column: String(nested[0]) });
  const [[rows = null] = []] = await readRows(
    connection,
    `SELECT num_rows FROM parquet_file_metadata(${file})`,
  );
  return { names: elements.map(([name]) => String(name)), rows: Number(rows) };
}

async function proposeColumns(
  connection: DuckDBConnection,
  path: string,
  names: readonly string[],
): Promise<ProposedColumn[]> {
  const result = await connection.stream(`SELECT * FROM read_parquet(${quote(path)}) LIMIT 0`);
  return result.columnTypes().map((type, place) => ({
    name: names[place] ?? "",
    ...kindOf(type),
    unclearMark: null,
    hasThousands: false,
    dates: { order: "ymd", separator: "-" },
  }));
}

/** Wider types get the kind that keeps most of their values; those that don't fit are named at the import. */
function kindOf(type: DuckDBType): Pick<ProposedColumn, "kind" | "scale"> {
  switch (type.typeId) {
    case DuckDBTypeId.TINYINT:
    case DuckDBTypeId.SMALLINT:
    case DuckDBTypeId.INTEGER:
    case DuckDBTypeId.BIGINT:
    case DuckDBTypeId.UTINYINT:
    case DuckDBTypeId.USMALLINT:
    case DuckDBTypeId.UINTEGER:
    case DuckDBTypeId.UBIGINT:
      return { kind: "integer", scale: 0 };
    case DuckDBTypeId.DECIMAL:
      return type.scale > SCALE ? { kind: "number", scale: 0 } : { kind: "decimal", scale: type.scale };
    case DuckDBTypeId.FLOAT:
    case DuckDBTypeId.DOUBLE:
      return { kind: "number", scale: 0 };
    case DuckDBTypeId.BOOLEAN:
      return { kind: "boolean", scale: 0 };
    case DuckDBTypeId.DATE:
      return { kind: "date", scale: 0 };
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
    case DuckDBTypeId.TIMESTAMP_TZ:
      return { kind: "timestamp", scale: 0 };
    default:
      return { kind: "text", scale: 0 };
  }
}

function readPreview(
  connection: DuckDBConnection,
  path: string,
  columns: number,
): Promise<(string | null)[][]> {
  const source = sourceSql({ format: "parquet", path, delimiter: "", columns });
  const values = Array.from({ length: columns }, (_, place) => `left(v${place}, ${PREVIEW_LENGTH})`);
  return readRows(connection, `SELECT ${values.join(", ")} FROM ${source} LIMIT ${PREVIEW_ROWS}`).then(
    (rows) => rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
  );
}
