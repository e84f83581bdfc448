import { recordAudit } from "@/db/audit";
import { setName } from "@/db/edit-seat";
import { inTenant } from "@/db/in-tenant";
import { readSeat } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { cleanText } from "@/lib/base/clean-text";
import { isId } from "@/lib/base/ids";

export const longestName = 120;

export type Renamed =
  | { ok: true; name: string }
  | { ok: false; reason: "not-allowed" | "not-here" | "name-too-long" };

/** Corrects the name by which a tenant knows somebody, in or not. An empty one is the address's turn. */
export async function renamePerson(caller: TenantCaller, seatId: string, typed: string): Promise<Renamed> {
  if (!may(caller.role, "edit-person")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  const name = cleanText(typed);
  if (Array.from(name).length > longestName) return { ok: false, reason: "name-too-long" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    const seat = await readSeat(tx, seatId);
    if (seat === null) return { ok: false, reason: "not-here" };
    if (seat.name === name) return { ok: true, name };
    await setName(tx, seat, name);
    const facts = { before: seat.name, after: name };
    await recordAudit(tx, [{ tenantId: seat.tenantId, verb: "seat.renamed", subject: seatId, facts }]);
    return { ok: true, name };
  });
}
