import { recordAudit } from "@/db/audit";
import { type BulkKind, insertBulkAct, readBulkAct } from "@/db/bulk-acts";
import { enqueue } from "@/db/enqueue";
import { inTenant } from "@/db/in-tenant";
import { bulkKinds } from "@/db/schema/bulk-acts";
import { isRole } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may, type TenantVerb } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type PeopleChoice, toFilter } from "./choose-people";

export type { BulkKind };

/** @param id chosen in the form: asking twice asks once */
export type BulkWish = {
  id: string;
  kind: string;
  role: string | null;
  who: { seatIds: readonly string[] } | { choice: PeopleChoice };
};

export type BulkAsked =
  | { ok: true; actId: string }
  | { ok: false; reason: "not-allowed" | "invalid" | "nobody" };

const rights: Record<BulkKind, TenantVerb> = {
  resend: "renew-invitation",
  revoke: "release-seat",
  remove: "release-seat",
  "change-role": "change-role",
};

/**
 * Asks for one thing for many people: writes down who they are at this moment, and enqueues the job that does it
 * for one after the other. Nothing happens to anybody here.
 */
export async function askBulk(caller: TenantCaller, wish: BulkWish): Promise<BulkAsked> {
  const kind = bulkKinds.find((known) => known === wish.kind);
  if (kind === undefined || !isId(wish.id)) return { ok: false, reason: "invalid" };
  if (!may(caller.role, rights[kind])) return { ok: false, reason: "not-allowed" };
  const role = kind === "change-role" && isRole(wish.role) ? wish.role : null;
  if (kind === "change-role" && role === null) return { ok: false, reason: "invalid" };
  const target =
    "choice" in wish.who ? { filter: toFilter(wish.who.choice) } : { seatIds: wish.who.seatIds.filter(isId) };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    const earlier = await readBulkAct(tx, wish.id);
    if (earlier !== null) return { ok: true, actId: earlier.id };
    const act = { id: wish.id, kind, role, askedBy: caller.seatId, askerName: caller.name };
    const people = await insertBulkAct(tx, act, target);
    if (people === 0) return { ok: false, reason: "nobody" };
    const { tenantId } = tx.scope;
    await recordAudit(tx, [{ tenantId, verb: "bulk.asked", subject: act.id, facts: { kind, role, people } }]);
    const key = `bulk:${tenantId}:${act.id}`;
    await enqueue(tx, "perform-bulk", { tenantId, actId: act.id }, { key, queue: "bulk" });
    return { ok: true, actId: act.id };
  });
}
