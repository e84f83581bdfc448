import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";

const LOOK_MS = 500;

/**
 * Sends this process SIGHUP, the word for a starter that is gone, once the npm that started it has ended. npm passes
 * signals on to the shell between it and us, which dies of them and tells nobody; of `kill -9` not even the shell hears.
 *
 * Only a start by npm is followed, and only what changes from now on counts: started directly, by nohup, setsid or
 * a service manager, or with npm gone from the beginning, a process has nobody to follow. Windows tells no process
 * of its parent's end.
 *
 * @param {string} script the entry as npm's script names it, by which the shell between is known
 */
export function followNpm(script) {
  const isByNpm = process.env.npm_lifecycle_script?.includes(script) ?? false;
  const parent = process.ppid;
  if (process.platform === "win32" || !isByNpm || parent === 1) return;
  // Some shells put the script's process in their own place; then npm itself is the parent.
  const npm = commandOf(parent).includes(script) ? parentOf(parent) : undefined;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || parentOf(parent) === npm)) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGHUP");
  }, LOOK_MS);
  timer.unref();
}

function commandOf(pid) {
  if (process.platform !== "linux") return ask(pid, "command=");
  return read(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

function parentOf(pid) {
  if (process.platform !== "linux") return Number(ask(pid, "ppid="));
  // The program's name stands in parentheses and may itself hold spaces and parentheses (proc_pid_stat(5)).
  const stat = read(`/proc/${pid}/stat`);
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

function ask(pid, column) {
  try {
    return execFileSync("ps", ["-o", column, "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
      .toString()
      .trim();
  } catch {
    return "";
  }
}
