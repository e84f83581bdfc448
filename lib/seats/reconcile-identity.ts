import { type AuditVerb, recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { countSeatsOfUser } from "@/db/seats";
import { isStaff, lockUser, setAuth0State } from "@/db/users";
import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { deleteAuth0User } from "@/lib/auth0/delete-user";
import { readAuth0User } from "@/lib/auth0/read-user";
import { setBlocked } from "@/lib/auth0/set-blocked";
import { SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import { decideIdentity } from "./decide-identity";

type Act = "unblock" | "block" | "delete";
const after = { unblock: "open", block: "blocked", delete: "absent" } as const;
const verbs = {
  unblock: "user.unblocked",
  block: "user.blocked",
  delete: "user.deleted",
} as const satisfies Record<Act, AuditVerb>;

/**
 * Brings Auth0's picture of a user in line with the seats they hold. The decision is made while holding the user's
 * row and written down before Auth0 is called, so that an invitation made meanwhile sees it and waits its turn.
 */
export async function reconcileIdentity(
  scope: PlatformScope,
  { userId }: { userId: string },
): Promise<{ ok: true } | { ok: false; retry: true; retryAfterMs: number }> {
  const decided = await decide(scope, userId);
  if (decided === null) return { ok: true };
  const done = await perform(decided.act, decided.auth0UserId);
  if (!done.ok) return { ok: false, retry: true, retryAfterMs: done.retryAfterMs ?? 5 * SECOND_MS };
  await inPlatform(scope, async (tx) => {
    await setAuth0State(tx, userId, after[done.act]);
    await recordAudit(tx, [{ tenantId: null, verb: verbs[done.act], subject: userId }]);
  });
  log("info", "identity.reconciled", { userId, act: done.act });
  return { ok: true };
}

function decide(scope: PlatformScope, userId: string): Promise<{ act: Act; auth0UserId: string } | null> {
  return inPlatform(scope, async (tx) => {
    const user = await lockUser(tx, userId);
    if (user === null || user.auth0UserId === null) return null;
    const wish = decideIdentity(user, {
      seats: await countSeatsOfUser(tx, userId),
      isStaff: await isStaff(tx, userId),
    });
    if (wish === "keep") return null;
    if (wish === "block") await setAuth0State(tx, userId, "blocking");
    if (wish === "delete") await setAuth0State(tx, userId, "deleting");
    return { act: wish, auth0UserId: user.auth0UserId };
  });
}

/** Somebody who did sign in after all, unseen by us, is blocked instead of deleted. */
async function perform(act: Act, auth0UserId: string): Promise<{ ok: true; act: Act } | Auth0Failure> {
  if (act === "delete") {
    const user = await readAuth0User(auth0UserId, { urgent: false });
    if (!user.ok && user.reason !== "not-found") return user;
    if (!user.ok || user.value.loginsCount === 0) {
      const deleted = await deleteAuth0User(auth0UserId);
      return deleted.ok ? { ok: true, act } : deleted;
    }
    return perform("block", auth0UserId);
  }
  const changed = await setBlocked(auth0UserId, act === "block");
  if (!changed.ok && changed.reason === "not-found") return { ok: true, act: "delete" };
  return changed.ok ? { ok: true, act } : changed;
}
