import type { ChildLimits } from "./messages";
import { type Locked, openLocked } from "./open-locked";
import { quote } from "./quote";

/**
 * Opens a Parquet file as the view `d` in an engine that can reach nothing else.
 * @throws what DuckDB throws, for example when the file is no Parquet file
 */
export function openFile(path: string, { memoryMegabytes }: ChildLimits): Promise<Locked> {
  const statements = [
    "SET parquet_metadata_cache = true",
    `CREATE VIEW d AS SELECT * FROM read_parquet(${quote(path)})`,
  ];
  return openLocked({ paths: [path], threads: 1, memoryMegabytes, statements });
}
