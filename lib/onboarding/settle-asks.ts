import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { findInvitationByHash } from "@/db/invitations";
import { deleteAsk, deleteMadeUpAsks, listAdminsToTell, listAsks, markAsked } from "@/db/letter-asks";
import { writeLetters } from "@/db/letters";
import type { PlatformScope } from "@/db/scope";
import { holdsSeat } from "@/db/seats";
import { lockTenants } from "@/db/tenants";
import { SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { readLink } from "./read-link";

const CHUNK = 100;

/**
 * Finds out who asked for a new letter, and tells the admins: once a day for each invitation on the people page, and
 * by one letter a day. Made-up tokens, and links that are not expired, are forgotten.
 */
export async function settleAsks(scope: PlatformScope): Promise<StationOutcome> {
  const asks = await inPlatform(scope, async (tx) => {
    await deleteMadeUpAsks(tx);
    return listAsks(tx, CHUNK);
  });
  for (const tokenHash of asks) await inPlatform(scope, (tx) => settleAsk(tx, tokenHash));
  return asks.length === CHUNK ? { ok: true, againAfterMs: SECOND_MS } : { ok: true };
}

async function settleAsk(tx: PlatformTx, tokenHash: string): Promise<void> {
  const known = await findInvitationByHash(tx, tokenHash);
  await lockTenants(tx, known === null ? [] : [known.tenant.id]);
  await deleteAsk(tx, tokenHash);
  const file = known === null ? null : await findInvitationByHash(tx, tokenHash);
  if (file === null || readLink(file) !== "expired" || file.tenant.suspendedAt !== null) return;
  const { invitation, seat, tenant } = file;
  if (seat.releasedAt !== null && (await holdsSeat(tx, tenant.id, seat.emailKey))) return;
  if (!(await markAsked(tx, invitation))) return;
  log("info", "invitation.asked", { invitationId: invitation.id });
  for (const { seatId, at } of await listAdminsToTell(tx, tenant.id))
    await writeLetters(
      tx,
      [{ tenantId: tenant.id, seatId, kind: "letter-asked", aboutId: null, facts: {} }],
      at,
    );
}
