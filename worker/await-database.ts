import { setTimeout as sleep } from "node:timers/promises";
import { probe } from "@/db/probe";
import { log } from "@/lib/base/log";

const PAUSE_MS = 1_000;

/**
 * Waits until the database answers and has this version's tables, and says once for each cause what it waits for. An
 * orchestrator starts everything at once; a worker that ended here would only be started again.
 */
export async function awaitDatabase(): Promise<void> {
  for (let said = ""; ; await sleep(PAUSE_MS)) {
    const found = await probe();
    if (found.ok && found.migrated) return;
    const waitsFor = found.ok ? "migrations (npm run migrate)" : "the database (DATABASE_URL)";
    if (waitsFor !== said) log("warn", "worker.waits", { for: waitsFor });
    said = waitsFor;
  }
}
