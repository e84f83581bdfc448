import { chooseDelimiter } from "./read-roster/choose-delimiter";
import { type CsvRecord, cutRecords } from "./read-roster/cut-records";
import { decodeRoster } from "./read-roster/decode-roster";
import { draftByColumns, draftLoose } from "./read-roster/draft-rows";
import { nameColumns } from "./read-roster/name-columns";
import type { Column, RosterRow } from "./read-roster/roster-row";
import { settleRepeats } from "./read-roster/settle-repeats";
import { settleRow } from "./read-roster/settle-row";

export type { BadRow, Column, GoodRow, Role, RosterRow } from "./read-roster/roster-row";

export const largestRoster = 2 * 1024 * 1024;
export const mostRows = 20_000;

export type RosterReading =
  | {
      ok: true;
      rows: RosterRow[];
      /** The header as we understood it; empty when the roster has none. */
      columns: Column[];
    }
  | { ok: false; reason: "empty" | "spreadsheet" | "not-text" | "header-only" | "no-addresses" }
  | { ok: false; reason: "too-large" | "too-many-rows"; limit: number };

export type RosterRefusal = Extract<RosterReading, { ok: false }>;

/**
 * Reads a roster: CSV with or without a header, or addresses as people paste them. Every record that is not
 * blank becomes exactly one row, good or with a problem; a line that lists several addresses is several rows.
 * Pure: the same bytes give the same rows.
 * @param input a file's bytes (UTF-8, UTF-16 with a byte order mark, Windows-1252), or pasted text
 * @returns the rows in the order of the file, or why the whole of it cannot be read; `limit` is in bytes for
 * `too-large` and in rows for `too-many-rows`
 */
export function readRoster(input: Uint8Array | string): RosterReading {
  const size = typeof input === "string" ? new TextEncoder().encode(input).length : input.length;
  if (size > largestRoster) return { ok: false, reason: "too-large", limit: largestRoster };
  const decoded = decodeRoster(input);
  if (!decoded.ok) return decoded;
  const { text } = decoded;
  if (text.trim() === "") return { ok: false, reason: "empty" };
  const { delimiter, hinted } = chooseDelimiter(text);
  // The hint's line is emptied, not taken out, so that all others keep their numbers.
  const body = hinted ? text.slice(text.indexOf("\n")) : text;
  const reading = readRecords(cutRecords(body, delimiter));
  if (reading.ok && reading.rows.length === 0)
    return { ok: false, reason: reading.columns.length === 0 ? "empty" : "header-only" };
  return reading.ok && !text.includes("@") ? { ok: false, reason: "no-addresses" } : reading;
}

const tooManyRows = { ok: false, reason: "too-many-rows", limit: mostRows } as const;

function readRecords(records: Iterable<CsvRecord>): RosterReading {
  const rows: RosterRow[] = [];
  let columns: Column[] | undefined;
  let blank = 0;
  for (const record of records) {
    if (record.cells.every((cell) => cell.trim() === "")) {
      blank += 1;
      if (blank > mostRows) return tooManyRows;
      continue;
    }
    if (columns === undefined) {
      const header = nameColumns(record.cells);
      columns = header ?? [];
      if (header !== null) continue;
    }
    // Under a lone heading people paste lists; more columns than one are a table.
    const drafts = columns.length > 1 ? [draftByColumns(record, columns)] : draftLoose(record);
    if (rows.length + drafts.length > mostRows) return tooManyRows;
    for (const draft of drafts) rows.push(settleRow(draft));
  }
  return { ok: true, rows: settleRepeats(rows), columns: columns ?? [] };
}
