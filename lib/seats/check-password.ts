import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { deleteSessionsBefore } from "@/db/sessions";
import { notePasswordReplaced, readUser } from "@/db/users";
import { comeBack } from "@/lib/auth0/come-back";
import { readAuth0User } from "@/lib/auth0/read-user";
import { auth0Tenant } from "@/lib/auth0/tenant";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";

/**
 * Asks Auth0 when somebody last replaced their password, and ends every session that rests on an older one. Auth0
 * tells nobody below its Enterprise plan of a new password; so we ask at each new sign-in, and once in a while.
 */
export async function checkPassword(
  scope: PlatformScope,
  { userId }: { userId: string },
): Promise<StationOutcome> {
  const user = await inPlatform(scope, (tx) => readUser(tx, userId));
  if (user === null || user.auth0UserId === null || user.provedAt === null) return { ok: true };
  const { auth0UserId } = user;
  const read = await readAuth0User(auth0UserId, { urgent: false });
  if (!read.ok) {
    if (!read.retry) return { ok: true };
    return comeBack(read);
  }
  const replacedAt = read.value.lastPasswordReset;
  const ended = await inPlatform(scope, async (tx) => {
    if (!(await notePasswordReplaced(tx, { id: userId, auth0UserId }, replacedAt)) || replacedAt === null)
      return null;
    const sessions = await deleteSessionsBefore(
      tx,
      { iss: auth0Tenant().issuer, sub: auth0UserId },
      replacedAt,
    );
    await recordAudit(tx, [
      { tenantId: null, verb: "user.password-replaced", subject: userId, facts: { sessions } },
    ]);
    return sessions;
  });
  if (ended !== null) log("info", "identity.password-replaced", { userId, sessions: ended });
  return { ok: true };
}
