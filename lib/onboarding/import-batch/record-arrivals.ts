import { listUnsettled } from "@/db/batch-seats";
import { inPlatform } from "@/db/in-platform";
import { wishReconciliation } from "@/db/reconciliation";
import type { PlatformScope } from "@/db/scope";
import { type Auth0Arrival, linkAuth0Users } from "@/db/users";
import { markImported } from "./mark-imported";

/**
 * Writes down under which ids Auth0 knows people now, and moves their seats on. Whoever lost their seat while the job
 * ran is taken out of Auth0 again; whoever is blocked there is unblocked.
 * @returns the users whose id at Auth0 belongs to another user of ours
 */
export async function recordArrivals(
  scope: PlatformScope,
  batchId: string,
  arrivals: readonly Auth0Arrival[],
): Promise<Set<string>> {
  if (arrivals.length === 0) return new Set();
  return inPlatform(scope, async (tx) => {
    const linked = await linkAuth0Users(tx, arrivals);
    const seats = (await listUnsettled(tx, batchId)).filter(
      ({ userId }) => userId !== null && linked.has(userId),
    );
    await markImported(
      tx,
      seats.map(({ id }) => id),
    );
    const seated = new Set(seats.map(({ userId }) => userId));
    for (const { userId, state } of arrivals)
      if (linked.has(userId) && (!seated.has(userId) || state === "blocked"))
        await wishReconciliation(tx, userId);
    return new Set(arrivals.map(({ userId }) => userId).filter((userId) => !linked.has(userId)));
  });
}
