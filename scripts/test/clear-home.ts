import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { endLeftovers } from "../../local/launcher/end-leftovers";
import { endProcess } from "../../local/launcher/end-process";
import { readRecord } from "../../local/launcher/record-process";

/** Folders that outlive one start of the tests' portal. */
const KEPT = new Set(["run", "runner", "steps"]);

/**
 * Empties the tests' data folder, after ending what an earlier run of the tests may have left running.
 *
 * @param home data folder of the tests
 */
export async function clearHome(home: string): Promise<void> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const launcher = readRecord(join(home, "run", "launcher.json"));
  if (launcher) await endProcess(launcher.pid, launcher.identity, 30_000);
  await endLeftovers(home);
  if (!existsSync(home)) return;
  for (const name of readdirSync(home)) {
    if (!KEPT.has(name)) rmSync(join(home, name), { recursive: true, force: true });
  }
}
