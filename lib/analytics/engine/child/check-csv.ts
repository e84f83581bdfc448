import { open } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import type { ProposedColumn, TableProposal } from "@/lib/base/dataset-file";
import type { CheckTask, FileChecked } from "../file-task";
import { scratchPath } from "../scratch-path";
import { chooseDelimiter } from "./choose-delimiter";
import { copyWithout } from "./copy-without";
import { type Guess, KindGuess } from "./guess-kind";
import { judgeHeader } from "./judge-header";
import { openImport } from "./open-import";
import { prepareFile } from "./prepare-file";
import { PREVIEW_LENGTH, PREVIEW_ROWS } from "./preview";
import { refuse } from "./refuse";
import { scanRecords } from "./scan-records";
import { sourceSql } from "./source-sql";
import { splitRecords } from "./split-record";
import { surveyFile } from "./survey-file";

const HEAD_BYTES = 1_048_576;
const SAMPLE_ROWS = 50_000;

/** Looks at an uploaded CSV file and proposes what to make of it, or says why nothing can be made of it. */
export async function checkCsv(task: CheckTask, memoryMegabytes: number): Promise<FileChecked> {
  const survey = await surveyFile(task.source, task.encoding);
  if (!survey.ok) {
    if (survey.code !== "encoding_unknown") return survey;
    if (!("sample" in survey)) return survey;
    return { ok: true, proposal: { asks: "encoding", sample: survey.sample, line: survey.line } };
  }
  const { encoding, needsPreparing } = survey;
  if (needsPreparing) await prepareFile(task.source, task.prepared, encoding);
  const path = needsPreparing ? task.prepared : task.source;
  const head = await readHead(path);
  if (head.includes("\0")) return refuse("not_text");
  if (head.trim() === "") return refuse("empty_file");
  const delimiter = chooseDelimiter(head);
  if (delimiter === null) return refuse("delimiter_unclear");
  const header = splitRecords(head, delimiter).next().value ?? [];
  const problem = judgeHeader(header, task.most.columns);
  if (problem !== null) return problem;

  const { records, badLines, badBytes, openQuoteLine, longLine } = await scanRecords(path, {
    delimiter,
    columns: header.length,
  });
  if (openQuoteLine !== null) return refuse("quote_open", { line: openQuoteLine });
  if (longLine !== null) return refuse("line_too_long", { line: longLine });
  if (records < 1) return refuse("empty_file");
  if (records > task.most.rows) return refuse("too_many_rows", { rows: records, most: task.most.rows });

  const fitting = badLines.count > 0 ? scratchPath(task) : path;
  if (badLines.count > 0) await copyWithout(path, fitting, badBytes);
  const connection = await openImport([fitting], memoryMegabytes);
  const source = sourceSql({ format: "csv", path: fitting, delimiter, columns: header.length });
  const { guesses, preview } = await sample(connection, source, header.length);
  return {
    ok: true,
    proposal: {
      asks: "columns",
      encoding,
      isPrepared: needsPreparing,
      delimiter,
      rows: records,
      badLines,
      preview,
      ...propose(header, guesses),
    },
  };
}

/** Reads the first rows and keeps what each column could be; the preview is the first of these. */
async function sample(
  connection: DuckDBConnection,
  source: string,
  columns: number,
): Promise<{ guesses: Guess[]; preview: (string | null)[][] }> {
  const guesses = Array.from({ length: columns }, () => new KindGuess());
  const preview: (string | null)[][] = [];
  const result = await connection.stream(`SELECT * FROM ${source} LIMIT ${SAMPLE_ROWS}`);
  for (
    let chunk = await result.fetchChunk();
    chunk && chunk.rowCount > 0;
    chunk = await result.fetchChunk()
  ) {
    const values = guesses.map((_, place) => chunk?.getColumnValues(place) ?? []);
    for (let row = 0; row < chunk.rowCount; row += 1) {
      for (const [place, guess] of guesses.entries()) guess.see(asText(values[place]?.[row]));
      if (preview.length < PREVIEW_ROWS)
        preview.push(values.map((column) => asText(column[row])?.slice(0, PREVIEW_LENGTH) ?? null));
    }
  }
  return { guesses: guesses.map((guess) => guess.guess()), preview };
}

function asText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The decimal comma holds for the whole file; where columns disagree, those with a comma stay text. */
function propose(
  header: readonly string[],
  guesses: readonly Guess[],
): Pick<TableProposal, "columns" | "nullMarkers" | "decimalComma"> {
  const exact = guesses.filter(({ kind }) => kind === "decimal" || kind === "number");
  const decimalComma = exact.length > 0 && exact.every(({ usesComma }) => usesComma);
  const columns = guesses.map((guess, place): ProposedColumn => {
    const { kind, scale, dates, unclearMark, hasThousands, usesComma } = guess;
    const isForeign = usesComma && !decimalComma;
    return {
      name: header[place] ?? "",
      kind: isForeign ? "text" : kind,
      scale: isForeign ? 0 : scale,
      unclearMark,
      hasThousands,
      dates,
    };
  });
  const nullMarkers = [...new Set(guesses.flatMap(({ markers }) => markers))].slice(0, 10);
  return { columns, nullMarkers, decimalComma };
}

/** The beginning of a file, as whole lines. */
async function readHead(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const isAll = bytesRead < HEAD_BYTES;
    const end = isAll ? bytesRead : buffer.lastIndexOf(10, bytesRead - 1) + 1 || bytesRead;
    return buffer.subarray(0, end).toString("utf8");
  } finally {
    await file.close();
  }
}
