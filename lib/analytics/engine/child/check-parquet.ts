import type { ColumnKind } from "@/lib/base/column-kind";
import type { CheckTask, FileChecked } from "../file-task";
import { judgeHeader, PREVIEW_LENGTH, PREVIEW_ROWS, refuse } from "./check-csv";
import { openImport } from "./open-import";
import { quote } from "./quote";
import { readRows } from "./read-rows";

/** Looks at an uploaded Parquet file: it says of itself what its columns hold. */
export async function checkParquet(task: CheckTask, memoryMegabytes: number): Promise<FileChecked> {
  const connection = await openImport([task.source], memoryMegabytes);
  const file = `read_parquet(${quote(task.source)})`;
  const described = await readRows(connection, `DESCRIBE SELECT * FROM ${file}`).catch(() => null);
  if (described === null) return refuse("not_parquet");
  const columns = described.map(([name, type]) => ({ name: String(name), type: String(type) }));
  const problem = judgeHeader(
    columns.map(({ name }) => name),
    task.most.columns,
  );
  if (problem !== null) return problem;
  const nested = columns.filter(({ type }) => /\[|^(STRUCT|MAP|UNION)\b/.test(type));
  if (nested.length > 0)
    return refuse("nested_parquet", { names: nested.slice(0, 5).map(({ name }) => name) });
  const counted = await readRows(connection, `SELECT count(*) FROM ${file}`).catch(() => null);
  if (counted === null) return refuse("not_parquet");
  const rows = Number(counted[0]?.[0] ?? 0);
  if (rows < 1) return refuse("empty_file");
  if (rows > task.most.rows) return refuse("too_many_rows", { rows, most: task.most.rows });
  const list = columns.map((_, place) => `CAST(v${place} AS VARCHAR)`).join(", ");
  const names = columns.map((_, place) => `v${place}`).join(", ");
  const preview = await readRows(
    connection,
    `SELECT ${list} FROM ${file} AS s(${names}) LIMIT ${PREVIEW_ROWS}`,
  ).catch(() => null);
  if (preview === null) return refuse("not_parquet");
  return {
    ok: true,
    proposal: {
      asks: "columns",
      encoding: "utf-8",
      isPrepared: false,
      delimiter: null,
      rows,
      columns: columns.map(({ name, type }) => ({
        name,
        ...kindOf(type),
        dates: { order: "ymd", separator: "-" },
      })),
      nullMarkers: [],
      decimalComma: false,
      badLines: { count: 0, first: [] },
      preview: preview.map((row) =>
        row.map((cell) => (cell === null ? null : String(cell).slice(0, PREVIEW_LENGTH))),
      ),
    },
  };
}

/** Numbers wider than ours stay text, so that no digit is lost. */
function kindOf(type: string): { kind: ColumnKind; scale: number } {
  const decimal = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
  if (decimal !== null) {
    const [digits, scale] = [Number(decimal[1]), Number(decimal[2])];
    if (digits > 18 || scale > 4) return { kind: "text", scale: 0 };
    return scale === 0 ? { kind: "integer", scale: 0 } : { kind: "decimal", scale };
  }
  if (/^U?(TINYINT|SMALLINT|INTEGER)$|^BIGINT$/.test(type)) return { kind: "integer", scale: 0 };
  if (type === "FLOAT" || type === "DOUBLE") return { kind: "number", scale: 0 };
  if (type === "BOOLEAN") return { kind: "boolean", scale: 0 };
  if (type === "DATE") return { kind: "date", scale: 0 };
  if (type.startsWith("TIMESTAMP")) return { kind: "timestamp", scale: 0 };
  return { kind: "text", scale: 0 };
}
