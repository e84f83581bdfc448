import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess } from "./identify-process";

export type ProcessRecord = {
  name: string;
  pid: number;
  identity: string;
  /** The portal's address, in a launcher's note. */
  where?: string | undefined;
};

/**
 * Notes a process under `run/<name>.json`, with its start time, so that a later start can prove that it
 * is still the same process.
 *
 * @param home data folder of the local set-up
 * @param name the service's name
 * @param pid process number
 * @returns removes the note
 */
export function recordProcess(home: string, name: string, pid: number): () => void {
  const folder = join(home, "run");
  const file = join(folder, `${name}.json`);
  const identity = identifyProcess(pid);
  if (identity === undefined) return () => {};
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const record: ProcessRecord = { name, pid, identity };
  writeFileSync(file, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  return () => {
    if (readRecord(file)?.identity === identity) rmSync(file, { force: true });
  };
}

/** Reads a note back; undefined when there is none, or it was cut short. */
export function readRecord(file: string): ProcessRecord | undefined {
  try {
    const { name, pid, identity, where } = JSON.parse(readFileSync(file, "utf8"));
    return typeof pid === "number" && typeof identity === "string"
      ? { name: String(name), pid, identity, where: typeof where === "string" ? where : undefined }
      : undefined;
  } catch {
    return undefined;
  }
}
