import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { quote } from "./quote";

export type Locked = { connection: DuckDBConnection; close(): void };

type Wish = {
  /** Each allowed by itself, to read or to write: an allowed folder could be written into. */
  paths: readonly string[];
  threads: number;
  memoryMegabytes: number;
  /** What is still to be said before nothing can be changed any more. */
  statements: readonly string[];
};

/**
 * Opens an engine that can reach the named files and nothing else: no network, no extension, no spill to disk, and no
 * word that would change this (DuckDB, "Securing DuckDB").
 * @throws what DuckDB throws at the statements
 */
export async function openLocked({ paths, threads, memoryMegabytes, statements }: Wish): Promise<Locked> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: String(threads),
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  for (const statement of [
    `SET allowed_paths = [${paths.map(quote).join(", ")}]`,
    ...statements,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ])
    await connection.run(statement);
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
