import { probe } from "@/db/probe";
import { isDraining } from "@/lib/base/draining";

/** Names of what is checked; `database` failing leaves the two after it untold. */
export type CheckName = "serving" | "database" | "migrations" | "worker";
export type Readiness = { ready: boolean; checks: Partial<Record<CheckName, "ok" | "failed">> };

/** Anybody may ask, so the database is asked at most twice a second. */
const FRESH_MS = 500;

let last: { asked: number; answer: Promise<Readiness> } | undefined;

/**
 * Whether this web process may be sent people: it is not stopping, the database answers and has the tables that this
 * version needs, and some worker lives. Answers within a second, also when the database hangs.
 */
export async function checkReadiness(): Promise<Readiness> {
  if (isDraining()) return { ready: false, checks: { serving: "failed" } };
  const asked = performance.now();
  if (last === undefined || asked - last.asked > FRESH_MS) last = { asked, answer: ask() };
  return last.answer;
}

async function ask(): Promise<Readiness> {
  const found = await probe();
  if (!found.ok) return { ready: false, checks: { serving: "ok", database: "failed" } };
  return {
    ready: found.migrated && found.workerAlive,
    checks: {
      serving: "ok",
      database: "ok",
      migrations: found.migrated ? "ok" : "failed",
      worker: found.workerAlive ? "ok" : "failed",
    },
  };
}
