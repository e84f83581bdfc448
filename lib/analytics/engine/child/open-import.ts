import { availableParallelism } from "node:os";
import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quote } from "./quote";

/** Imports leave a core to the people who ask questions meanwhile. */
const THREADS = Math.min(Math.max(availableParallelism() - 1, 1), 4);

/**
 * An engine that can reach the named files and nothing else: no network, no extension, no spill to disk.
 * @param paths each allowed by itself, to read or to write
 */
export async function openImport(
  paths: readonly string[],
  memoryMegabytes: number,
): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(THREADS),
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  for (const statement of [
    "SET TimeZone = 'UTC'",
    `SET allowed_paths = [${paths.map(quote).join(", ")}]`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ])
    await connection.run(statement);
  return connection;
}
