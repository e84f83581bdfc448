import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";

/**
 * Wishes that reserved seats be gathered for Auth0. Gatherings run one after the other: a second one beside the first
 * would skip the seats that the first has locked, and could end before the first fails.
 */
export async function wishClaim(tx: TenantTx | PlatformTx): Promise<void> {
  await enqueue(tx, "claim-batch", {}, { key: "claim-batch", queue: "claim-batch" });
}
