import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Encoding } from "@/lib/base/dataset-file";
import type { FileRefused } from "../file-task";
import { refuse } from "./refuse";

const CR = 13;

/** What a file's bytes say before anything is read from them. */
export type Survey =
  | { ok: true; encoding: Encoding; needsPreparing: boolean }
  /** No UTF-8, and nothing that says what else: the first such line, as Latin-1. */
  | { ok: false; code: "encoding_unknown"; sample: string; line: number }
  | FileRefused;

const marks: readonly [readonly number[], Encoding][] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

/**
 * Finds out how the characters of a CSV file are written, by its byte order mark or by reading it to its end.
 * @param chosen what the person said, once they were asked
 */
export async function surveyFile(path: string, chosen: Encoding | null): Promise<Survey> {
  const head = await readHead(path);
  if (head.length === 0) return refuse("empty_file");
  if (startsWith(head, [0x1f, 0x8b]) || startsWith(head, [0x50, 0x4b, 3, 4])) return refuse("compressed");
  const marked = marks.find(([mark]) => startsWith(head, mark))?.[1];
  if (marked !== undefined && marked !== "utf-8") return { ok: true, encoding: marked, needsPreparing: true };
  const encoding = marked ?? chosen ?? "utf-8";
  let [hasReturns, lines] = [false, 0];
  let before: Buffer = Buffer.alloc(0);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for await (const piece of createReadStream(path, { highWaterMark: 1_048_576 })) {
    const bytes: Buffer = piece;
    if (bytes.includes(0)) return refuse("not_text");
    hasReturns ||= bytes.includes(CR);
    if (encoding !== "utf-8") continue;
    if (!canDecode(() => decoder.decode(bytes, { stream: true })))
      return foreign(Buffer.concat([before, bytes]), lines);
    // The piece before is kept whole, so that the line which turns out foreign is shown from its beginning.
    lines += countLines(before);
    before = bytes;
  }
  // The last character may be cut off.
  if (encoding === "utf-8" && !canDecode(() => decoder.decode())) return foreign(before, lines);
  return { ok: true, encoding, needsPreparing: hasReturns || encoding !== "utf-8" || marked !== undefined };
}

function canDecode(decode: () => string): boolean {
  try {
    decode();
    return true;
  } catch {
    return false;
  }
}

/** @param linesBefore how many lines ended before these bytes */
function foreign(bytes: Buffer, linesBefore: number): Survey {
  const strict = new TextDecoder("utf-8", { fatal: true });
  let line = linesBefore + 1;
  for (let from = 0; from < bytes.length; line += 1) {
    const end = bytes.indexOf(10, from);
    const own = bytes.subarray(from, end === -1 ? bytes.length : end);
    if (!canDecode(() => strict.decode(own)))
      return {
        ok: false,
        code: "encoding_unknown",
        sample: new TextDecoder("windows-1252").decode(own).slice(0, 200),
        line,
      };
    from = end === -1 ? bytes.length : end + 1;
  }
  return { ok: false, code: "encoding_unknown", sample: "", line };
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function startsWith(bytes: Buffer, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}
