import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

/**
 * Wishes that Auth0's picture of a user be brought in line with their seats. Wishes for one user are worked off
 * one after the other, so that a late block can never land on top of a newer unblock.
 */
export async function wishReconciliation(tx: TenantTx | PlatformTx, userId: string): Promise<void> {
  await enqueue(tx, "reconcile-identity", { userId }, { key: `reconcile:${userId}`, queue: queueOf(userId) });
}

/** A few queues for all users: the runner keeps a row for each name for ever, and looks at every one of them. */
function queueOf(userId: string): string {
  return `identity:${userId.slice(0, 1)}`;
}
