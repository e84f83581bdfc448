import { type PlatformAuditVerb, recordAudit } from "@/db/audit";
import {
  type Closing,
  listClosings,
  noteSessionsSettled,
  noteSignInSettled,
  noteSignInWaits,
} from "@/db/closings";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { loseIdentity } from "@/db/lose-identity";
import { endSessionsOf } from "@/db/own-sessions";
import type { PlatformScope } from "@/db/scope";
import { countSeatsOfUser } from "@/db/seats";
import { isStaff, lockUser, setAuth0State } from "@/db/users";
import type { Auth0Failure } from "@/lib/auth0/call-auth0";
import { comeBack } from "@/lib/auth0/come-back";
import { deleteAuth0User } from "@/lib/auth0/delete-user";
import { readAuth0User } from "@/lib/auth0/read-user";
import { setBlocked } from "@/lib/auth0/set-blocked";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { decideIdentity, type IdentityWish } from "./decide-identity";

const after = { unblock: "open", block: "blocked" } as const;
const verbs = {
  unblock: "user.unblocked",
  block: "user.blocked",
  delete: "user.deleted",
} as const satisfies Record<Exclude<IdentityWish, "keep">, PlatformAuditVerb>;

type Decided = {
  act: IdentityWish;
  /** Under which id we know the user; null when we know that Auth0 doesn't. */
  auth0UserId: string | null;
  closings: Closing[];
};

/**
 * Brings Auth0's picture of a user in line with the seats they hold. The decision is made while holding the user's
 * row and written down before Auth0 is called, so that an invitation made meanwhile sees it and waits its turn.
 * Whom Auth0 turns out not to know any more is not let in by a seat that is active: all their seats start anew.
 * Tenants that took a seat back are told of each step, in the same words and at the same pace whether the identity
 * is shut or kept for another place: they never learn whether there is one.
 */
export async function reconcileIdentity(
  scope: PlatformScope,
  { userId }: { userId: string },
): Promise<StationOutcome> {
  const decided = await decide(scope, userId);
  if (decided === null) return { ok: true };
  const { auth0UserId, closings } = decided;
  const done = await perform(decided.act, auth0UserId ?? `auth0|${userId}`);
  if (!done.ok) {
    await inPlatform(scope, (tx) => noteSignInWaits(tx, closings));
    return comeBack(done);
  }
  const { act } = done;
  await inPlatform(scope, async (tx) => {
    const startAnew = new Set(await settle(tx, { userId, auth0UserId }, act));
    await noteSignInSettled(
      tx,
      closings.filter(({ seatId }) => !startAnew.has(seatId)),
    );
  });
  log("info", "identity.reconciled", { userId, act });
  return { ok: true };
}

/** Writes down what became of the identity; answers the seats in use that start anew because there is none. */
async function settle(
  tx: PlatformTx,
  user: { userId: string; auth0UserId: string | null },
  act: IdentityWish,
): Promise<string[]> {
  if (user.auth0UserId === null) return loseIdentity(tx, user);
  if (act === "keep") return [];
  await recordAudit(tx, [{ tenantId: null, verb: verbs[act], subject: user.userId }]);
  if (act === "delete") return loseIdentity(tx, user);
  await setAuth0State(tx, user.userId, after[act]);
  return [];
}

/** Without a seat and without a place among the staff, every session of the user ends here. */
function decide(scope: PlatformScope, userId: string): Promise<Decided | null> {
  return inPlatform(scope, async (tx) => {
    const user = await lockUser(tx, userId);
    if (user === null) return null;
    const holds = { seats: await countSeatsOfUser(tx, userId), isStaff: await isStaff(tx, userId) };
    if (holds.seats === 0 && !holds.isStaff) await endSessionsOf(tx, userId);
    const closings = await listClosings(tx, userId);
    await noteSessionsSettled(tx, closings);
    const act = decideIdentity(user, holds);
    if (act === "keep" && closings.length === 0) return null;
    if (act === "block") await setAuth0State(tx, userId, "blocking");
    if (act === "delete") await setAuth0State(tx, userId, "deleting");
    return { act, auth0UserId: user.auth0UserId, closings };
  });
}

type Performed = { ok: true; act: IdentityWish } | Auth0Failure;

/** Somebody who did sign in after all, unseen by us, is blocked instead of deleted. Who is not there counts as deleted. */
async function perform(act: IdentityWish, auth0UserId: string): Promise<Performed> {
  if (act === "keep") {
    // Changes nothing, but waits for Auth0 as a change would.
    const user = await readAuth0User(auth0UserId, { urgent: false });
    if (!user.ok && user.reason === "not-found") return { ok: true, act: "delete" };
    return user.ok ? { ok: true, act } : user;
  }
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
