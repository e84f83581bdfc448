import Papa from "papaparse";

export type CsvRecord = {
  /** The physical line, from 1, on which the record begins. */
  line: number;
  /** The record as it stands in the file, without its line end. */
  raw: string;
  cells: readonly string[];
};
export type Delimiter = "," | ";" | "\t" | "|";

/** A quoted field may hold this many line ends less one; what goes on for longer is a stray quote. */
const longestRecord = 20;
const onlySeparators = /^[\s,;|]*$/;
/** A sign that no roster contains (see decodeRoster), so nothing is read as quoted. */
const noQuote = "\0";

/**
 * Cuts a text into records by RFC 4180, one after the other, leaving out lines that hold
 * nothing but separators. Quoted fields may hold
 * line ends. A quote that is never closed, or closed in the middle of a field, spoils its own line only: that
 * line is read as if quotes meant nothing, and the next record begins on the next line.
 * @param text with `\n` for line ends and without NUL
 */
export function* cutRecords(text: string, delimiter: Delimiter): Generator<CsvRecord> {
  const lines = text.split("\n");
  for (let at = 0; at < lines.length; ) {
    const { cells, height } = cutOne(lines, at, delimiter);
    const record = { line: at + 1, raw: lines.slice(at, at + height).join("\n"), cells };
    at += height;
    if (cells.length > 0) yield record;
  }
}

function cutOne(lines: readonly string[], at: number, delimiter: Delimiter) {
  const line = lines[at] ?? "";
  if (onlySeparators.test(line)) return { cells: [], height: 1 };
  const alone = parse(line, delimiter, '"');
  if (alone.sound) return { cells: alone.cells, height: 1 };
  const window = lines.slice(at, at + longestRecord).join("\n");
  const { cells, sound, end } = parse(window, delimiter, '"');
  if (sound) return { cells, height: heightOf(window.slice(0, end)) };
  return { cells: parse(line, delimiter, noQuote).cells, height: 1 };
}

/** How many lines a record takes; the line end behind it belongs to it. */
function heightOf(record: string): number {
  return record.replace(/\n$/, "").split("\n").length;
}

function parse(text: string, delimiter: Delimiter, quoteChar: string) {
  const { data, errors, meta } = Papa.parse<string[]>(text, {
    delimiter,
    newline: "\n",
    quoteChar,
    fastMode: false,
    preview: 1,
  });
  return { cells: data[0] ?? [], sound: errors.length === 0, end: meta.cursor };
}
