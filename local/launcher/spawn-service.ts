import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, fstatSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { asProcessEnvironment } from "./as-process-environment";
import { identifyProcess } from "./identify-process";
import { recordProcess } from "./record-process";

const FOLLOW = new URL("./follow-launcher.mjs", import.meta.url).href;
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Bytes; a longer log is put aside when its service starts, and the one put aside before is dropped. */
const LONG_LOG = 5_000_000;

export type ServiceWish = {
  /** Short name: of its log, its note, and its place in the stop order. */
  name: string;
  /** Name for people. */
  title: string;
  /** Arguments for Node.js: flags, script, the script's own arguments. */
  args: string[];
  env: Record<string, string | undefined>;
  /** Milliseconds it may take to stop before it is forced. */
  grace: number;
  /** Its output goes where the launcher's own goes, instead of into a log file. */
  aloud?: boolean;
};

export type Service = {
  wish: ServiceWish;
  child: ChildProcess;
  pid: number;
  identity: string;
  log: string;
  /** Where this run's output begins in the log, in bytes. */
  logStart: number;
  /** Resolves with the exit code (a signal counts as 1). */
  ended: Promise<number>;
};

/**
 * Starts a Node.js program in its own process group, with its output in `logs/<name>.log`, a note of its
 * process number, and a channel that makes it follow the launcher into the grave.
 *
 * @param home data folder of the local set-up
 * @param wish what to start
 * @throws Error when the system can't start a process
 */
export function spawnService(home: string, wish: ServiceWish): Service {
  mkdirSync(join(home, "logs"), { recursive: true, mode: 0o700 });
  const log = join(home, "logs", `${wish.name}.log`);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LONG_LOG) renameSync(log, `${log}.old`);
  const out = openSync(log, "a", 0o600);
  const logStart = fstatSync(out).size;
  const child = spawn(process.execPath, ["--import", FOLLOW, ...wish.args], {
    cwd: ROOT,
    detached: process.platform !== "win32",
    windowsHide: true,
    env: asProcessEnvironment({ ...wish.env, ANALYSTICK_FOLLOW: "1" }),
    stdio: wish.aloud ? ["ignore", "inherit", "inherit", "ipc"] : ["ignore", out, out, "ipc"],
  });
  closeSync(out);
  if (child.pid === undefined)
    throw new Error(`${wish.title} can't be started: the system gave it no process.`);
  const forget = recordProcess(home, wish.name, child.pid);
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => {
      forget();
      resolve(code ?? 1);
    });
  });
  return { wish, child, pid: child.pid, identity: identifyProcess(child.pid) ?? "", log, logStart, ended };
}
