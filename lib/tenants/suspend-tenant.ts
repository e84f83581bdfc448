import { recordAudit } from "@/db/audit";
import { enqueueAll } from "@/db/enqueue";
import { giveBackTime } from "@/db/expiry";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { listUnsent } from "@/db/invitations";
import { lockTenant, setSuspended } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { now } from "@/lib/base/clock";
import { isId } from "@/lib/base/ids";

/**
 * Shuts a tenant's doors, or opens them again. Seats, people and data stay as they are, and invitations hold as much
 * longer as the doors were shut. Letters that waited meanwhile go out at once.
 */
export async function suspendTenant(
  caller: StaffCaller,
  tenantId: string,
  suspended: boolean,
): Promise<{ ok: true; changed: boolean } | { ok: false; reason: "not-here" }> {
  if (!isId(tenantId)) return { ok: false, reason: "not-here" };
  return inPlatform(caller.scope, async (tx) => {
    if ((await lockTenant(tx, tenantId)) === null) return { ok: false, reason: "not-here" };
    if (!suspended) await giveBackTime(tx, tenantId);
    const changed = await setSuspended(tx, tenantId, suspended ? now() : null);
    const verb = suspended ? "tenant.suspended" : "tenant.resumed";
    if (changed) await recordAudit(tx, [{ tenantId, verb, subject: tenantId }]);
    if (changed && !suspended) await wishLetters(tx, tenantId);
    return { ok: true, changed };
  });
}

/** Their jobs look again every few minutes; whoever resumes a tenant has waited long enough. */
async function wishLetters(tx: PlatformTx, tenantId: string): Promise<void> {
  const unsent = await listUnsent(tx, tenantId);
  await enqueueAll(
    tx,
    "invite",
    unsent.map((invitationId) => ({
      payload: { tenantId, invitationId },
      key: `invite:${invitationId}`,
    })),
  );
}
