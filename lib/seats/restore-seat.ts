import { wishClaim } from "@/db/claim-wish";
import { reviveSeat } from "@/db/edit-seat";
import { inTenant } from "@/db/in-tenant";
import { wishReconciliation } from "@/db/reconciliation";
import { findHeldMailboxes, readSeat } from "@/db/seats";
import { lockOwnTenant, takeSeats } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type Restored =
  | { ok: true; email: string; stage: "active" | "reserved" }
  | {
      ok: false;
      reason: "not-allowed" | "not-here" | "not-released" | "not-accepted" | "holds-seat" | "no-seat-free";
    };

/**
 * Gives a person whose seat was taken back the same seat again, with its history; that takes a free one. Somebody who
 * was in is in again as soon as Auth0 has unblocked them; somebody who never got in walks from the start, with a new
 * letter. An address that Auth0 did not accept stays out.
 */
export async function restoreSeat(caller: TenantCaller, seatId: string): Promise<Restored> {
  if (!may(caller.role, "restore-seat")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const tenant = await lockOwnTenant(tx);
    const seat = await readSeat(tx, seatId);
    if (seat === null) return { ok: false, reason: "not-here" };
    if (seat.stage !== "released") return { ok: false, reason: "not-released" };
    if (seat.releaseReason === "failed") return { ok: false, reason: "not-accepted" };
    const held = await findHeldMailboxes(tx, [seat.emailKey]);
    if (held.size > 0) return { ok: false, reason: "holds-seat" };
    if (!(await takeSeats(tx, tenant.id, 1))) return { ok: false, reason: "no-seat-free" };
    const stage = seat.activatedAt === null ? "reserved" : "active";
    await reviveSeat(tx, seat, stage);
    if (seat.userId !== null) await wishReconciliation(tx, seat.userId);
    if (stage === "reserved") await wishClaim(tx);
    return { ok: true, email: seat.email, stage };
  });
}
