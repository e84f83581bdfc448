import type { FileFormat } from "../file-task";
import { quote } from "./quote";

export type Source = { format: FileFormat; path: string; delimiter: string; columns: number };

/**
 * The rows of a file with every value as text, in columns `v0`, `v1` ...: the engine's own guesses and casts lose
 * leading zeros, digits and cents without a word, so each value is converted, and looked at, by us.
 * @param skipBadLines leaves out lines that do not fit the header instead of stopping at them
 */
export function sourceSql({ format, path, delimiter, columns }: Source, skipBadLines: boolean): string {
  const names = Array.from({ length: columns }, (_, place) => `v${place}`);
  if (format === "parquet")
    return `(SELECT ${names.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`).join(", ")} FROM read_parquet(${quote(path)}) AS s(${names.join(", ")}))`;
  return `read_csv(${quote(path)}, columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(", ")}},
    auto_detect = false, header = true, strict_mode = true, delim = ${quote(delimiter)}, quote = '"', escape = '"',
    new_line = '\\n'${skipBadLines ? ", ignore_errors = true" : ""})`;
}
