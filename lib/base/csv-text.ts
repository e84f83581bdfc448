/** A file of comma-separated values while it is written; `cut-off` when its reader lost the right to the rest of it. */
export type CsvText = AsyncGenerator<string, "cut-off" | undefined>;
