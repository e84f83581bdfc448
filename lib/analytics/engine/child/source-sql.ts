import type { FileFormat } from "../file-task";
import { quote } from "./quote";

export type Source = { format: FileFormat; path: string; delimiter: string; columns: number };

/**
 * The rows of a file with every value as text, in columns `v0`, `v1` ...: the engine's own guesses and casts lose
 * leading zeros, digits and cents without a word, so each value is converted, and looked at, by us.
 * It stops at a line that does not fit the header: told to pass over such lines, the engine ends at a quotation mark out
 * of place as if the file did. They are taken out before, by `copyWithout`.
 */
export function sourceSql({ format, path, delimiter, columns }: Source): string {
  const names = Array.from({ length: columns }, (_, place) => `v${place}`);
  if (format === "parquet")
    return `(SELECT ${names.map((name) => `CAST(${name} AS VARCHAR) AS ${name}`).join(", ")} FROM read_parquet(${quote(path)}) AS s(${names.join(", ")}))`;
  return `read_csv(${quote(path)}, columns = {${names.map((name) => `${name}: 'VARCHAR'`).join(", ")}},
    auto_detect = false, header = true, strict_mode = true, delim = ${quote(delimiter)}, quote = '"', escape = '"',
    new_line = '\\n')`;
}
