import type { Auth0User } from "@/lib/auth0/auth0-user";

/** What the holder of a letter does next. */
export type Step = "verify-email" | "set-password" | "sign-in";

/** What we know of the user from our own database. */
export type Proof = { provedAt: Date | null; passwordTicketAt: Date | null; passwordBaseline: Date | null };

/**
 * Decides the next step from Auth0's present word, never from what the browser brought back. Somebody proved
 * before only signs in. For everybody else the mailbox is verified and the password replaced, whoever made the
 * identity: a password chosen before our ticket proves nothing.
 */
export function decideStep(
  proof: Proof,
  auth0User: Pick<Auth0User, "emailVerified" | "lastPasswordReset">,
): Step {
  if (proof.provedAt !== null) return "sign-in";
  if (!auth0User.emailVerified) return "verify-email";
  return isPasswordReplaced(proof, auth0User.lastPasswordReset) ? "sign-in" : "set-password";
}

/** Whether Auth0 saw the password replaced after our first ticket. Both moments are Auth0's, so clocks cannot disagree. */
export function isPasswordReplaced(proof: Proof, lastPasswordReset: Date | null): boolean {
  if (proof.passwordTicketAt === null || lastPasswordReset === null) return false;
  return proof.passwordBaseline === null || lastPasswordReset > proof.passwordBaseline;
}
