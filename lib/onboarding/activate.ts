import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { noteProved } from "@/db/note-proved";
import { awaitSample } from "@/db/samples";
import type { PlatformScope } from "@/db/scope";
import { listSeatsOfUser, moveSeats } from "@/db/seats";
import { countActivated, lockTenants } from "@/db/tenants";
import { readUser, type User } from "@/db/users";
import { enterOwnSeat } from "@/lib/access/enter-own-seat";
import type { OwnSeat, Viewer } from "@/lib/access/viewer";
import { readAuth0User } from "@/lib/auth0/read-user";
import { env } from "@/lib/base/env";
import { isPasswordReplaced } from "./decide-step";
import { proveUser } from "./prove-user";

/**
 * - `sign-in-again`: only now did Auth0 confirm the new password; this session was opened before that.
 * - `not-proved`: the letter's steps are not done. - `unreachable`: Auth0 could not be asked.
 */
export type Activated =
  | { ok: true; activated: number }
  | { ok: false; reason: "not-signed-in" | "sign-in-again" | "not-proved" | "unreachable" };

/**
 * The first sign-in: every seat of this person that waits at `verified` becomes active, in use from now on; the first
 * admin of all wishes for sample data by it. Running it at each sign-in changes nothing more.
 */
export async function activate(viewer: Viewer): Promise<Activated> {
  if (viewer.kind !== "person") return { ok: false, reason: "not-signed-in" };
  if (!viewer.proved) return proveNow(viewer.scope, viewer.userId);
  let activated = 0;
  for (const seat of viewer.seats.filter(({ stage }) => stage === "verified"))
    activated += await inPlatform(enterOwnSeat(viewer, seat), (tx) => activateSeat(tx, seat));
  return { ok: true, activated };
}

/** One transaction for each seat, because each tenant's log knows the person by its own name for them. */
async function activateSeat(tx: PlatformTx, { seatId, tenantId }: OwnSeat): Promise<number> {
  await lockTenants(tx, [tenantId]);
  if (env().ANALYTICS_SAMPLE === "on") await awaitSample(tx, { tenantId, seatId });
  const moved = await moveSeats(tx, [seatId], ["verified"], "active");
  await countActivated(tx, tenantId, moved.length);
  return moved.length;
}

/** Somebody signed in without passing the letter's last button: ask Auth0 whether the password is the new one. */
async function proveNow(scope: PlatformScope, userId: string): Promise<Activated> {
  const user = await inPlatform(scope, (tx) => readUser(tx, userId));
  if (!hasTicket(user)) return { ok: false, reason: "not-proved" };
  const auth0User = await readAuth0User(user.auth0UserId, { urgent: true });
  if (!auth0User.ok) return { ok: false, reason: "unreachable" };
  const replacedAt = auth0User.value.lastPasswordReset;
  if (replacedAt === null || !isPasswordReplaced(user, replacedAt))
    return { ok: false, reason: "not-proved" };
  await inPlatform(scope, async (tx) => {
    await proveUser(tx, user, replacedAt);
    const walking = await listSeatsOfUser(tx, userId, "verified");
    await noteProved(
      tx,
      walking.map(({ id }) => id),
    );
  });
  return { ok: false, reason: "sign-in-again" };
}

function hasTicket(user: User | null): user is User & { auth0UserId: string } {
  return user !== null && user.auth0UserId !== null && user.passwordTicketAt !== null;
}
