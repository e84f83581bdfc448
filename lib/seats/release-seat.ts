import { inTenant } from "@/db/in-tenant";
import { wishReconciliation } from "@/db/reconciliation";
import { countActiveAdmins, readSeat, releaseSeat as releaseSeatRow } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type Released =
  | { ok: true; reason: "removed" | "revoked"; email: string }
  | { ok: false; reason: "not-allowed" | "not-here" | "already-released" | "last-admin" };

/**
 * Takes a seat back: `removed` from somebody active, `revoked` from somebody on the way. Free in this transaction;
 * the person's next request is refused, because every request reads the seat anew. Whether Auth0 is to block or
 * delete the identity is decided by the job that this enqueues. A tenant always keeps an active admin.
 */
export async function releaseSeat(caller: TenantCaller, seatId: string): Promise<Released> {
  if (!may(caller.role, "release-seat")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    const seat = await readSeat(tx, seatId);
    if (seat === null) return { ok: false, reason: "not-here" };
    if (seat.stage === "released") return { ok: false, reason: "already-released" };
    const isActiveAdmin = seat.role === "admin" && seat.stage === "active";
    if (isActiveAdmin && (await countActiveAdmins(tx)) <= 1) return { ok: false, reason: "last-admin" };
    const reason = seat.stage === "active" ? "removed" : "revoked";
    const held = await releaseSeatRow(tx, { tenantId: seat.tenantId, seatId }, reason);
    // The row as it was locked: a batch may have tied it to its user since we looked.
    if (held !== null && held.userId !== null) await wishReconciliation(tx, held.userId);
    return { ok: true, reason, email: seat.email };
  });
}
