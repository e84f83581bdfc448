import { DuckDBInstance } from "@duckdb/node-api";
import type { FromRaw, ToRaw } from "./raw-messages";

/** The engine's library by itself, as a process: one thread, one connection, whatever SQL it is told. */
const instance = await DuckDBInstance.create(":memory:", {
  threads: "1",
  memory_limit: `${process.argv[2]}MB`,
});
const connection = await instance.connect();
await connection.run("SET parquet_metadata_cache = true");
const tell = (message: FromRaw) => process.send?.(message);
process.on("message", async ({ sql }: ToRaw) => {
  const began = performance.now();
  const rows = (await connection.runAndReadAll(sql)).getRowsJson() as FromRaw["rows"];
  tell({ rows, ms: performance.now() - began });
});
process.on("disconnect", () => process.exit());
