import { inMachinery, type MachineryTx } from "@/db/in-machinery";
import type { Rate } from "@/db/rate-limits";
import { now, SECOND_MS } from "@/lib/base/clock";
import { keyedHash } from "@/lib/base/keyed-hash";
import { log } from "@/lib/base/log";
import { type Limit, limits } from "./limits";

/** Whether something may be done now, and if not, after how many seconds. */
export type Turn = { ok: true } | { ok: false; reason: "too-often"; retryAfter: number };

/** Until when a key has no turn, in milliseconds, as the database said: a flood is refused without asking it again. */
const refusedUntil = new Map<string, number>();
const MOST_REMEMBERED = 10_000;

/**
 * Asks the bucket of a limit for somebody. The database keeps a keyed hash of who it is, never an address.
 * Without the database everybody has a turn: nothing that a limit protects works then either, and a person should
 * read what is really wrong.
 */
export async function askBucket(
  limit: Limit,
  who: string,
  ask: (tx: MachineryTx, key: string, rate: Rate) => Promise<number>,
): Promise<Turn> {
  const key = `${limit}:${keyedHash("limit", who)}`;
  const left = (refusedUntil.get(key) ?? 0) - now().getTime();
  if (left > 0) return refuse(left);
  try {
    const wait = await inMachinery((tx) => ask(tx, key, limits[limit]));
    if (wait === 0) return { ok: true };
    remember(key, wait);
    log("warn", "limit.reached", { limit });
    return refuse(wait);
  } catch (error) {
    log("error", "limit.uncounted", { limit, error: error instanceof Error ? error.name : null });
    return { ok: true };
  }
}

function remember(key: string, wait: number): void {
  if (refusedUntil.size >= MOST_REMEMBERED) refusedUntil.clear();
  refusedUntil.set(key, now().getTime() + wait);
}

function refuse(wait: number): Turn {
  return { ok: false, reason: "too-often", retryAfter: Math.max(Math.ceil(wait / SECOND_MS), 1) };
}
