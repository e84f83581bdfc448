import { recordAudit } from "@/db/audit";
import type { PlatformTx } from "@/db/in-platform";
import { deleteSessionsOf } from "@/db/sessions";
import { markProved } from "@/db/users";

/**
 * Marks a user's mailbox and password as proved to belong together, and ends every session that was opened under
 * the identity before that: it may have been somebody else's.
 */
export async function proveUser(tx: PlatformTx, user: { id: string; sub: string }): Promise<void> {
  if (!(await markProved(tx, user.id))) return;
  await deleteSessionsOf(tx, user.sub);
  await recordAudit(tx, [{ tenantId: null, verb: "user.proved", subject: user.id }]);
}
