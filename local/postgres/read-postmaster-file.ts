import { readFileSync } from "node:fs";
import { join } from "node:path";

export type PostmasterFile = { pid: number; port: number };

/**
 * Reads the note that a PostgreSQL server keeps in its data folder while it runs (postmaster.pid: process
 * number on line 1, port on line 4; "Database File Layout" in PostgreSQL's manual).
 *
 * @param cluster data folder
 * @returns undefined when there is no note, or none that can be read
 */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid, port] = [Number.parseInt(lines[0] ?? "", 10), Number.parseInt(lines[3] ?? "", 10)];
    return Number.isSafeInteger(pid) && pid > 0
      ? { pid, port: Number.isSafeInteger(port) ? port : 0 }
      : undefined;
  } catch {
    return undefined;
  }
}
