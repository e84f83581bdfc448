import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Names a running process so that it can be told apart from a later one that was given the same number.
 *
 * Linux: the boot's id and the process's start in clock ticks since boot, which is field 22 of
 * /proc/<pid>/stat (proc_pid_stat(5)). Elsewhere: the start time printed by `ps`, or by PowerShell.
 *
 * @param pid process number
 * @returns a text that is equal only for the same process, or undefined when nothing runs under that number
 */
export function identifyProcess(pid: number): string | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (process.platform === "linux") return identifyOnLinux(pid);
  const [file, args] =
    process.platform === "win32"
      ? ["powershell", ["-NoProfile", "-Command", `(Get-Process -Id ${pid}).StartTime.Ticks`]]
      : ["ps", ["-o", "lstart=", "-p", String(pid)]];
  try {
    const started = execFileSync(String(file), [args].flat(2), { stdio: ["ignore", "pipe", "ignore"] });
    return started.toString().trim() || undefined;
  } catch {
    return undefined;
  }
}

function identifyOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The program's name stands in parentheses and may itself hold spaces and parentheses.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X" || ticks === undefined) return undefined;
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${ticks}`;
  } catch {
    return undefined;
  }
}
