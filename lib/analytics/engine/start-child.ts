import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { bareEnv } from "@/lib/base/env";

/**
 * Starts a child process of the engine, which is told its share of memory, and no secret or flag of the portal's.
 * @param entry a file of `child/`, outside the portal's bundle
 */
export function startChild(entry: "main.ts" | "file-main.ts", memoryMegabytes: number): ChildProcess {
  const path = join(process.cwd(), "lib", "analytics", "engine", "child", entry);
  return fork(/* turbopackIgnore: true */ path, [String(memoryMegabytes)], {
    env: bareEnv(),
    execArgv: ["--import", "tsx"],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}
