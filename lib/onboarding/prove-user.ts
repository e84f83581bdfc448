import { recordAudit } from "@/db/audit";
import type { PlatformTx } from "@/db/in-platform";
import { deleteSessionsOf } from "@/db/sessions";
import { type KnownIdentity, markProved } from "@/db/users";
import { auth0Tenant } from "@/lib/auth0/tenant";

/**
 * Marks a user's mailbox and password as proved to belong together, and ends every session that was opened under
 * the identity before that: it may have been somebody else's.
 * @param passwordReplacedAt the replacement of the password that is the proof, as Auth0 tells it
 */
export async function proveUser(
  tx: PlatformTx,
  user: KnownIdentity,
  passwordReplacedAt: Date,
): Promise<void> {
  if (!(await markProved(tx, user, passwordReplacedAt))) return;
  await deleteSessionsOf(tx, { iss: auth0Tenant().issuer, sub: user.auth0UserId });
  await recordAudit(tx, [{ tenantId: null, verb: "user.proved", subject: user.id }]);
}
