import type { DuckDBConnection } from "@duckdb/node-api";

/** Rows of a small answer, numbers as numbers and everything else as text. */
export async function readRows(
  connection: DuckDBConnection,
  sql: string,
): Promise<(string | number | null)[][]> {
  const reader = await connection.runAndReadAll(sql);
  return reader
    .getRowsJson()
    .map((row) => row.map((cell) => (cell === null ? null : typeof cell === "number" ? cell : String(cell))));
}
