import type { InvitationFile } from "@/db/invitations";
import { now } from "@/lib/base/clock";

/**
 * Where the holder of a letter stands, as far as our own database knows. `open`: may take a step. `active`: got in
 * already. `replaced`: a newer letter was sent. `expired`, `revoked`, `suspended`: the door is shut; ask an admin.
 */
export type LinkState = "open" | "active" | "expired" | "replaced" | "revoked" | "suspended";

/** Reads the state of a letter's link. Pure, so a mail scanner's hundred visits change and cost nothing. */
export function readLink({ invitation, seat, tenant }: InvitationFile): LinkState {
  if (seat.releasedAt !== null) return seat.releaseReason === "expired" ? "expired" : "revoked";
  if (tenant.suspendedAt !== null) return "suspended";
  if (seat.stage === "active") return "active";
  if (invitation.revokedAt !== null) return "replaced";
  if (invitation.expiresAt <= now()) return "expired";
  return "open";
}
