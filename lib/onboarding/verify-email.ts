import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { createTicket } from "@/lib/auth0/create-ticket";

/** Makes the one-use ticket with which Auth0 verifies the mailbox. The browser goes there at once and comes back. */
export async function verifyEmail(
  auth0UserId: string,
): Promise<{ ok: true; value: { url: string } } | Auth0Failure> {
  return createTicket("email-verification", auth0UserId);
}
