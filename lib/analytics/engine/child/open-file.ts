import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { ChildLimits } from "./messages";
import { quote } from "./quote";

export type OpenFile = { connection: DuckDBConnection; close(): void };

/**
 * Opens a Parquet file as the view `d` in an engine that can reach nothing else: no other file, no network, no
 * extension, no spill to disk, and no word that would change this (DuckDB, "Securing DuckDB"). The path is allowed by
 * itself, since an allowed folder could be written into.
 * @throws what DuckDB throws, for example when the file is no Parquet file
 */
export async function openFile(path: string, { memoryMegabytes }: ChildLimits): Promise<OpenFile> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "1",
    memory_limit: `${memoryMegabytes}MB`,
    temp_directory: "",
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    allow_community_extensions: "false",
  });
  const connection = await instance.connect();
  const file = quote(path);
  for (const statement of [
    `SET allowed_paths = [${file}]`,
    "SET parquet_metadata_cache = true",
    `CREATE VIEW d AS SELECT * FROM read_parquet(${file})`,
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
