import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import { sendBack } from "./batch-seats";
import { wishClaim } from "./claim-wish";
import type { PlatformTx } from "./in-platform";
import { revokeInvitations } from "./invitations";
import { uuidArray } from "./rows";
import { seats } from "./schema/seats";
import { listSeatsOfUser } from "./seats";
import { countActivated, lockTenants } from "./tenants";
import { lockUser, setAuth0State } from "./users";

/**
 * Auth0 does not know a user any more, so none of their seats is a way in: whoever was on the way or in starts anew, is
 * imported again, and has to be proved again. Somebody who was in gets a new letter. Their seats stay held.
 * @param lost the id that Auth0 no longer knows, or null when that was noticed before; nothing happens when we know
 * the user by another id by now
 * @returns the seats that were in use
 */
export async function loseIdentity(
  tx: PlatformTx,
  lost: { userId: string; auth0UserId: string | null },
): Promise<string[]> {
  const active = await listSeatsOfUser(tx, lost.userId, "active");
  await lockTenants(tx, [...new Set(active.map(({ tenantId }) => tenantId))]);
  const user = await lockUser(tx, lost.userId);
  if (user === null || user.auth0UserId !== lost.auth0UserId) return [];
  await setAuth0State(tx, user.id, "absent");
  await sendBack(tx, user.id);
  const back = await sendBackActive(
    tx,
    active.map(({ id }) => id),
  );
  await wishClaim(tx);
  return back;
}

/** The moment of the first sign-in is forgotten with the account: the seat may not be restored as one that is in. */
async function sendBackActive(tx: PlatformTx, seatIds: string[]): Promise<string[]> {
  const back = await tx.sql
    .update(seats)
    .set({ stage: "reserved", batchId: null, activatedAt: null })
    .where(and(sql`${seats.id} = any(${uuidArray(seatIds)})`, eq(seats.stage, "active")))
    .returning({ id: seats.id, tenantId: seats.tenantId });
  const ids = back.map(({ id }) => id);
  await revokeInvitations(tx, ids);
  for (const { tenantId } of back) await countActivated(tx, tenantId, -1);
  await recordAudit(
    tx,
    back.map(({ id, tenantId }) => {
      return { tenantId, verb: "seat.reserved", subject: id, facts: { again: true } };
    }),
  );
  return ids;
}
