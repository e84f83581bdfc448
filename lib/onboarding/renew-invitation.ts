import { recordAudit } from "@/db/audit";
import { enqueue } from "@/db/enqueue";
import { inTenant, type TenantTx } from "@/db/in-tenant";
import { insertInvitations, isLetterWaiting, revokeInvitations } from "@/db/invitations";
import { readSeat, type Stage } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { draftInvitation } from "./draft-invitation";

export type Renewed =
  | { ok: true; email: string }
  | { ok: false; reason: "not-allowed" | "not-here" | "on-its-way" | NotWaiting };

type NotWaiting = "is-in" | "not-created" | "already-released";

/** Why somebody waits for no letter at their stage; null where they do. */
const notWaiting: Record<Stage, NotWaiting | null> = {
  reserved: "not-created",
  imported: null,
  invited: null,
  verified: null,
  active: "is-in",
  released: "already-released",
};

/** Sends somebody who has not signed in yet a new letter; the link in the old one is void from now on. */
export async function renewInvitation(caller: TenantCaller, seatId: string): Promise<Renewed> {
  if (!may(caller.role, "renew-invitation")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => renewInside(tx, caller, seatId));
}

/** The same in the caller's transaction. */
export async function renewInside(tx: TenantTx, caller: TenantCaller, seatId: string): Promise<Renewed> {
  const tenant = await lockOwnTenant(tx);
  const seat = await readSeat(tx, seatId);
  if (seat === null) return { ok: false, reason: "not-here" };
  const reason = notWaiting[seat.stage];
  if (reason !== null) return { ok: false, reason };
  if (await isLetterWaiting(tx, seat.id)) return { ok: false, reason: "on-its-way" };
  const invitation = draftInvitation(seat, { inviterName: caller.name, days: tenant.invitationDays });
  await revokeInvitations(tx, [seat.id]);
  await insertInvitations(tx, [invitation]);
  await recordAudit(tx, [{ tenantId: seat.tenantId, verb: "invitation.renewed", subject: seat.id }]);
  const { id: invitationId, tenantId } = invitation;
  await enqueue(tx, "invite", { tenantId, invitationId }, { key: `invite:${invitationId}` });
  return { ok: true, email: seat.email };
}
