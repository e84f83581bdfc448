import type { NewInvitation } from "@/db/invitations";
import { hashInvitationToken, invitationToken } from "@/lib/access/invitation-token";
import { DAY_MS, now } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";

/** A new invitation for a seat: its own id, and of its token only the hash. */
export function draftInvitation(
  seat: { id: string; tenantId: string },
  terms: { inviterName: string | null; days: number },
): NewInvitation {
  const id = newId();
  return {
    id,
    tenantId: seat.tenantId,
    seatId: seat.id,
    tokenHash: hashInvitationToken(invitationToken(id)),
    inviterName: terms.inviterName,
    expiresAt: new Date(now().getTime() + terms.days * DAY_MS),
  };
}
