import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { join } from "node:path";
import { bareEnv } from "@/lib/base/env";

/** A third of an ordinary process's share where all want the processor (nice(2)), and all of it where nobody does. */
export const NICENESS = 5;

/**
 * Starts a child process of the engine, which is told its share of memory, and no secret or flag of the portal's. Where
 * processors are short, pages come before it.
 * @param entry a file of the engine, outside the portal's bundle
 */
export function startChild(
  entry: "child/main.ts" | "child/file-main.ts" | "testing/raw-main.ts",
  memoryMegabytes: number,
): ChildProcess {
  const path = join(process.cwd(), "lib", "analytics", "engine", entry);
  const child = fork(/* turbopackIgnore: true */ path, [String(memoryMegabytes)], {
    env: bareEnv(),
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  if (child.pid !== undefined) giveWay(child.pid);
  return child;
}

function giveWay(pid: number): void {
  try {
    setPriority(pid, NICENESS);
  } catch {
    // It is gone already, which its `close` tells; or the system knows no such thing.
  }
}
