import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { spawnService, startService, type TestService } from "./start-service";

/** Starts real workers, each in a process of its own. */
export type WorkerPress = {
  /** Resolves when the worker is ready. */
  start(env: Record<string, string>): Promise<TestService>;
  spawn(env: Record<string, string>): ChildProcess;
  clear(): void;
};

/**
 * Packs the worker's own entry and everything it imports into one file, because a test that kills a hundred workers
 * can't wait for a hundred to be compiled.
 */
export async function packWorker(): Promise<WorkerPress> {
  const folder = mkdtempSync(join(tmpdir(), "worker-"));
  const outfile = join(folder, "worker.mjs");
  const require =
    'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);';
  await build({
    entryPoints: ["worker/main.ts"],
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
