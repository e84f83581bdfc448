import { execFileSync } from "node:child_process";
import { readlinkSync, realpathSync } from "node:fs";
import { basename } from "node:path";
import { identifyProcess } from "../launcher/identify-process";

/**
 * Tells whether a process is the PostgreSQL server of this cluster, and not a stranger that was given the
 * same number after a crash, a restart of the computer, or in a copy of the folder.
 *
 * Linux proves it: a server's working directory is its data folder. Elsewhere only the program's name is
 * compared.
 *
 * @param pid process number from postmaster.pid
 * @param cluster data folder
 */
export function ownsCluster(pid: number, cluster: string): boolean {
  if (identifyProcess(pid) === undefined) return false;
  try {
    if (process.platform === "linux") return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    if (process.platform === "win32") return true;
    const name = execFileSync("ps", ["-o", "comm=", "-p", String(pid)], { encoding: "utf8" });
    return basename(name.trim()).startsWith("postgres");
  } catch {
    return false;
  }
}
