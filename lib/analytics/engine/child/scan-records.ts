import { createReadStream } from "node:fs";

const [LF, SPACE, QUOTE] = [10, 32, 34];
/** What the engine takes as one line at most, a little rounded down. */
const LONGEST_RECORD = 2_000_000;
const MOST_NAMED = 100;

const FIELD_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const QUOTE_SEEN = 3;
const STRAY = 4;
const SPACE_SEEN = 5;
const QUOTE_ENDED = 6;

export type Scanned = {
  /** Records after the header, with those that do not fit it. */
  records: number;
  /** Records with another number of values than the header, or with a quotation mark out of place. */
  badLines: { count: number; first: { line: number; found: number | null }[] };
  /** Where these records lie in the file: the first byte and the one after the last, in turns. */
  badBytes: number[];
  /** Where a quotation mark opens that is never closed; nothing after it can be told apart. */
  openQuoteLine: number | null;
  longLine: number | null;
  /** On which line of the file the wanted records begin, which are counted from 1 among those that fit. */
  lines: Map<number, number>;
};

/**
 * Reads a CSV file of UTF-8 with plain line ends from its first byte to its last, and counts. It shares no code with
 * the engine that reads the values, so that each tells of the other's losses. Blank lines are no records, unless the
 * file has one column; one space before a quoted value and any behind it are nothing (RFC 4180 leaves these open; the
 * engine reads them so).
 * @param wanted numbers of records whose lines are asked for
 */
export async function scanRecords(
  path: string,
  { delimiter, columns }: { delimiter: string; columns: number },
  wanted: ReadonlySet<number> = new Set(),
): Promise<Scanned> {
  const comma = delimiter.charCodeAt(0);
  const found: Scanned = {
    records: -1,
    badLines: { count: 0, first: [] },
    badBytes: [],
    openQuoteLine: null,
    longLine: null,
    lines: new Map(),
  };
  let [state, line, startLine, fields, size, good, offset] = [FIELD_START, 1, 1, 1, 0, -1, 0];

  const endRecord = () => {
    const isBlank = size === 0 && columns > 1;
    if (!isBlank) {
      found.records += 1;
      const isStray = state === STRAY;
      if (isStray || fields !== columns) {
        found.badLines.count += 1;
        found.badBytes.push(offset, offset + size + 1);
        if (found.badLines.first.length < MOST_NAMED)
          found.badLines.first.push({ line: startLine, found: isStray ? null : fields });
      } else {
        good += 1;
        if (wanted.has(good)) found.lines.set(good, startLine);
      }
      if (size > LONGEST_RECORD) found.longLine ??= startLine;
    }
    offset += size + 1;
    [state, fields, size, startLine] = [FIELD_START, 1, 0, line];
  };

  for await (const chunk of createReadStream(path, { highWaterMark: 1_048_576 })) {
    const bytes: Buffer = chunk;
    for (let at = 0; at < bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === LF) {
        line += 1;
        if (state === QUOTED) size += 1;
        else endRecord();
        continue;
      }
      size += 1;
      if (state === QUOTED) {
        if (byte === QUOTE) state = QUOTE_SEEN;
      } else if (byte === comma) {
        fields += 1;
        if (state !== STRAY) state = FIELD_START;
      } else if (byte === QUOTE) {
        if (state === FIELD_START || state === SPACE_SEEN || state === QUOTE_SEEN) state = QUOTED;
        else if (state === QUOTE_ENDED) state = STRAY;
      } else if (state === QUOTE_SEEN || state === QUOTE_ENDED) state = byte === SPACE ? QUOTE_ENDED : STRAY;
      else if (state === FIELD_START) state = byte === SPACE ? SPACE_SEEN : PLAIN;
      else if (state === SPACE_SEEN) state = PLAIN;
    }
    if (state === QUOTED && size > LONGEST_RECORD) break;
  }
  if (state === QUOTED) found.openQuoteLine = startLine;
  else if (size > 0) endRecord();
  return found;
}
