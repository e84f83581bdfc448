import { availableParallelism } from "node:os";
import type { DuckDBConnection } from "@duckdb/node-api";
import { openLocked } from "./open-locked";

/** Imports leave a core to the people who ask questions meanwhile. */
const THREADS = Math.min(Math.max(availableParallelism() - 1, 1), 4);

/**
 * An engine for one file's way in. It ends with its process.
 * @param paths what it may read or write
 */
export async function openImport(
  paths: readonly string[],
  memoryMegabytes: number,
): Promise<DuckDBConnection> {
  const statements = ["SET TimeZone = 'UTC'"];
  return (await openLocked({ paths, threads: THREADS, memoryMegabytes, statements })).connection;
}
