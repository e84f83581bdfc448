import { closeSync, fstatSync, openSync, readSync } from "node:fs";

/**
 * Reads the last lines of a log.
 *
 * @param file the log
 * @param count how many lines at most
 * @param from byte where the interesting part begins
 */
export function readTail(file: string, count: number, from = 0): string {
  const log = openSync(file, "r");
  try {
    const { size } = fstatSync(log);
    const start = Math.max(from, size - 64 * 1024);
    const bytes = Buffer.alloc(Math.max(0, size - start));
    readSync(log, bytes, 0, bytes.length, start);
    return bytes.toString("utf8").trimEnd().split("\n").slice(-count).join("\n");
  } finally {
    closeSync(log);
  }
}
