import { eq, sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import { runners } from "./schema/machinery";

/** A sign of life of a worker process and the names under which it locks jobs. */
export async function beat(tx: MachineryTx, id: string, workerIds: string[]): Promise<void> {
  await tx.sql
    .insert(runners)
    .values({ id, workerIds })
    .onConflictDoUpdate({ target: runners.id, set: { workerIds, beatAt: sql`now()` } });
}

/**
 * Takes worker processes whose lifeline is gone off the list, and returns the names they locked jobs under. The lock
 * ends with its process, so this knows at once and without clocks; it is given back with the transaction.
 */
export async function removeDead(tx: MachineryTx): Promise<string[]> {
  const gone = await tx.sql
    .delete(runners)
    .where(sql`pg_try_advisory_xact_lock(hashtextextended(${runners.id}::text, 0))`)
    .returning({ workerIds: runners.workerIds });
  return gone.flatMap((runner) => runner.workerIds);
}

/** Takes one worker process off the list when it stops in good order. */
export async function removeRunner(tx: MachineryTx, id: string): Promise<void> {
  await tx.sql.delete(runners).where(eq(runners.id, id));
}
