import { listTenantsWithExpired, lockExpired } from "@/db/expiry";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { wishReconciliation } from "@/db/reconciliation";
import type { PlatformScope } from "@/db/scope";
import { releaseSeat } from "@/db/seats";
import { lockTenants } from "@/db/tenants";
import { SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";

const TENANTS = 50;
/** So many seats in one transaction, because it holds the tenant's row. */
const SEATS = 100;

/**
 * Frees the seats of people who let their invitation run out; an active seat is never touched. Two workers at it do
 * no harm: each seat is locked and looked at again before it is released.
 */
export async function expireInvitations(scope: PlatformScope): Promise<StationOutcome> {
  const tenantIds = await inPlatform(scope, (tx) => listTenantsWithExpired(tx, TENANTS));
  let isMore = tenantIds.length === TENANTS;
  for (const tenantId of tenantIds) {
    const count = await inPlatform(scope, (tx) => expireSome(tx, tenantId));
    if (count > 0) log("info", "invitations.expired", { tenantId, count });
    isMore ||= count === SEATS;
  }
  return isMore ? { ok: true, againAfterMs: SECOND_MS } : { ok: true };
}

async function expireSome(tx: PlatformTx, tenantId: string): Promise<number> {
  await lockTenants(tx, [tenantId]);
  const expired = await lockExpired(tx, tenantId, SEATS);
  for (const { seatId, letter } of expired) {
    const held = await releaseSeat(tx, { tenantId, seatId }, "expired", { letter });
    if (held !== null && held.userId !== null) await wishReconciliation(tx, held.userId);
  }
  return expired.length;
}
