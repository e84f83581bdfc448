import { eq, lt, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { runners } from "./schema/machinery";

/** A sign of life of a worker process and the names under which it locks jobs. */
export async function beat(tx: PlatformTx, id: string, workerIds: string[]): Promise<void> {
  await tx.sql
    .insert(runners)
    .values({ id, workerIds })
    .onConflictDoUpdate({ target: runners.id, set: { workerIds, beatAt: sql`now()` } });
}

/** Takes worker processes that have been silent for `seconds` off the list, and returns the names they locked under. */
export async function removeSilent(tx: PlatformTx, seconds: number): Promise<string[]> {
  const gone = await tx.sql
    .delete(runners)
    .where(lt(runners.beatAt, sql`now() - make_interval(secs => ${seconds})`))
    .returning({ workerIds: runners.workerIds });
  return gone.flatMap((runner) => runner.workerIds);
}

/** Takes one worker process off the list when it stops in good order. */
export async function removeRunner(tx: PlatformTx, id: string): Promise<void> {
  await tx.sql.delete(runners).where(eq(runners.id, id));
}
