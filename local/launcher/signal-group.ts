import { spawnSync } from "node:child_process";

/**
 * Sends a signal to a process that leads its own group, and to the whole group with it. Windows has no
 * groups: there the process and its descendants are ended.
 *
 * @param pid the leader's process number
 * @param signal POSIX signal
 * @returns false when there was nobody to receive it
 */
export function signalGroup(pid: number, signal: "SIGTERM" | "SIGKILL"): boolean {
  if (process.platform === "win32") {
    return spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"]).status === 0;
  }
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}
