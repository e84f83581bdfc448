import { linkSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { identifyProcess } from "./identify-process";
import { readRecord } from "./record-process";

export type ClaimedHome =
  | { ok: true; release: () => void }
  /** `where`: what the other one said of itself. */
  | { ok: false; reason: "taken"; pid: number; where: string | undefined };

/**
 * Makes this process the only launcher of a data folder. A note left by a launcher that is gone is replaced.
 *
 * @param home data folder of the local set-up
 * @param where the address that this process is going to serve, for whoever comes second
 * @returns `taken` with the process number of the launcher that is running
 */
export function claimHome(home: string, where?: string): ClaimedHome {
  const folder = join(home, "run");
  const file = join(folder, "launcher.json");
  const mine = join(folder, `launcher-${process.pid}.new`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const identity = identifyProcess(process.pid) ?? "";
  writeFileSync(mine, JSON.stringify({ name: "launcher", pid: process.pid, identity, where }), {
    mode: 0o600,
  });
  const release = () => {
    if (readRecord(file)?.identity === identity) rmSync(file, { force: true });
  };
  try {
    for (;;) {
      // A hard link appears whole or not at all, and fails when the name is taken.
      if (link(mine, file)) return { ok: true, release };
      const other = readRecord(file);
      if (other && identifyProcess(other.pid) === other.identity)
        return { ok: false, reason: "taken", pid: other.pid, where: other.where };
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function link(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
