import type { TenantTx } from "@/db/in-tenant";
import { wishReconciliation } from "@/db/reconciliation";
import { hasOtherAdmin, readSeat, releaseSeat } from "@/db/seats";

export type TakenBack =
  | { ok: true; reason: "removed" | "revoked"; email: string }
  | { ok: false; reason: "not-here" | "already-released" | "last-admin" };

/**
 * Takes a seat back in a transaction that holds the tenant's row, which makes the look at its other admins hold: a
 * tenant always keeps an active one. Whether Auth0 is to block or delete the identity is decided by the job that this enqueues.
 * @param facts what else the audit row says
 */
export async function takeBack(
  tx: TenantTx,
  seatId: string,
  facts: Record<string, string | boolean> = {},
): Promise<TakenBack> {
  const seat = await readSeat(tx, seatId);
  if (seat === null) return { ok: false, reason: "not-here" };
  if (seat.stage === "released") return { ok: false, reason: "already-released" };
  const isActiveAdmin = seat.role === "admin" && seat.stage === "active";
  if (isActiveAdmin && !(await hasOtherAdmin(tx, seatId))) return { ok: false, reason: "last-admin" };
  const reason = seat.stage === "active" ? "removed" : "revoked";
  const held = await releaseSeat(tx, { tenantId: seat.tenantId, seatId }, reason, facts);
  // The row as it was locked: a batch may have tied it to its user since we looked.
  if (held !== null && held.userId !== null) await wishReconciliation(tx, held.userId);
  return { ok: true, reason, email: seat.email };
}
