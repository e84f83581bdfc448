import { recordAudit } from "@/db/audit";
import { setRole } from "@/db/edit-seat";
import type { TenantTx } from "@/db/in-tenant";
import { hasOtherAdmin, type Role, readSeat } from "@/db/seats";

export type RoleGiven =
  | { ok: true; changed: boolean; email: string }
  | { ok: false; reason: "not-here" | "already-released" | "last-admin" };

/** Gives somebody a role in a transaction that holds the tenant's row. A tenant always keeps an active admin. */
export async function giveRole(tx: TenantTx, seatId: string, role: Role): Promise<RoleGiven> {
  const seat = await readSeat(tx, seatId);
  if (seat === null) return { ok: false, reason: "not-here" };
  if (seat.stage === "released") return { ok: false, reason: "already-released" };
  if (seat.role === role) return { ok: true, changed: false, email: seat.email };
  const isActiveAdmin = seat.role === "admin" && seat.stage === "active";
  if (isActiveAdmin && !(await hasOtherAdmin(tx, seatId))) return { ok: false, reason: "last-admin" };
  await setRole(tx, seatId, role);
  const facts = { before: seat.role, after: role };
  await recordAudit(tx, [{ tenantId: seat.tenantId, verb: "seat.role-changed", subject: seatId, facts }]);
  return { ok: true, changed: true, email: seat.email };
}
