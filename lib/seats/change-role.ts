import { inTenant } from "@/db/in-tenant";
import { isRole } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { giveRole, type RoleGiven } from "./give-role";

export type RoleChanged = RoleGiven | { ok: false; reason: "not-allowed" | "unknown-role" };

/** Changes somebody's role. It counts from their next request on, because every request reads the seat anew. */
export async function changeRole(caller: TenantCaller, seatId: string, role: string): Promise<RoleChanged> {
  if (!may(caller.role, "change-role")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  if (!isRole(role)) return { ok: false, reason: "unknown-role" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    return giveRole(tx, seatId, role);
  });
}
