import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { spawnService, startService, type TestService } from "./start-service";

/** Starts one program again and again, each time as a process of its own. */
export type WorkerPress = {
  /** Resolves when the process is ready. */
  start(env: Record<string, string>): Promise<TestService>;
  spawn(env: Record<string, string>): ChildProcess;
  clear(): void;
};

/** Starts real workers, by their own entry. */
export function packWorker(): Promise<WorkerPress> {
  return pack({ entryPoints: ["worker/main.ts"] });
}

/** Starts a program that a test wrote down: a module, with imports as in this repository. */
export function packProgram(contents: string): Promise<WorkerPress> {
  return pack({ stdin: { contents, resolveDir: process.cwd(), loader: "ts" } });
}

/**
 * Packs a program and everything it imports into one file, because a test that kills a hundred processes can't wait
 * for a hundred to be compiled.
 */
async function pack(program: BuildOptions): Promise<WorkerPress> {
  const folder = mkdtempSync(join(tmpdir(), "worker-"));
  const outfile = join(folder, "worker.mjs");
  const require =
    'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  await build({
    ...program,
    bundle: true,
    platform: "node",
    format: "esm",
    outfile,
    external: ["pg-native"],
    banner: { js: require },
    logLevel: "error",
  });
  return {
    start: (env) => startService([outfile], env),
    spawn: (env) => spawnService([outfile], env),
    clear: () => rmSync(folder, { recursive: true }),
  };
}
