import { bringBack } from "@/db/bring-back";
import { enqueue } from "@/db/enqueue";
import { inTenant } from "@/db/in-tenant";
import { insertInvitations } from "@/db/invitations";
import { wishReconciliation } from "@/db/reconciliation";
import { findHeldMailboxes, readSeat } from "@/db/seats";
import { lockOwnTenant, takeSeats } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { draftInvitation } from "./draft-invitation";

export type InvitedAgain =
  | { ok: true; email: string }
  | {
      ok: false;
      reason: "not-allowed" | "not-here" | "not-expired" | "holds-seat" | "suspended" | "no-seat-free";
    };

/**
 * Sends a new letter to somebody whose invitation ran out: takes a free seat, because the old one was given back, and
 * brings the same row back to the walk with its history. The links in earlier letters stay void.
 */
export async function inviteAgain(caller: TenantCaller, seatId: string): Promise<InvitedAgain> {
  if (!may(caller.role, "renew-invitation")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const tenant = await lockOwnTenant(tx);
    if (tenant.suspendedAt !== null) return { ok: false, reason: "suspended" };
    const seat = await readSeat(tx, seatId);
    if (seat === null) return { ok: false, reason: "not-here" };
    if (seat.stage !== "released" || seat.releaseReason !== "expired" || seat.userId === null)
      return { ok: false, reason: "not-expired" };
    const held = await findHeldMailboxes(tx, [seat.emailKey]);
    if (held.size > 0) return { ok: false, reason: "holds-seat" };
    if (!(await takeSeats(tx, tenant.id, 1))) return { ok: false, reason: "no-seat-free" };
    await bringBack(tx, seat.id);
    const invitation = draftInvitation(seat, { inviterName: caller.name, days: tenant.invitationDays });
    await insertInvitations(tx, [invitation]);
    // Without a seat their identity was blocked or deleted; the letter waits until it is open again.
    await wishReconciliation(tx, seat.userId);
    const { id: invitationId, tenantId } = invitation;
    await enqueue(tx, "invite", { tenantId, invitationId }, { key: `invite:${invitationId}` });
    return { ok: true, email: seat.email };
  });
}
