import { createHash, createHmac } from "node:crypto";
import { env } from "@/lib/base/env";

/**
 * The token in a letter's link: 256 bits of HMAC over the invitation's id (RFC 2104), so that a repeated letter
 * carries the same link while nothing that could open it is stored.
 */
export function invitationToken(invitationId: string): string {
  return createHmac("sha256", Buffer.from(env().INVITATION_SECRET, "hex"))
    .update(`invitation:${invitationId}`)
    .digest("base64url");
}

/** What the database keeps of a token. */
export function hashInvitationToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
