import { inTenant } from "@/db/in-tenant";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { takeBack } from "./take-back";

export type Left = { ok: true } | { ok: false; reason: "not-allowed" | "last-admin" };

/** Gives one's own seat back. The last active admin stays until there is another. */
export async function leaveTenant(caller: TenantCaller): Promise<Left> {
  if (!may(caller.role, "leave")) return { ok: false, reason: "not-allowed" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    const taken = await takeBack(tx, caller.seatId, { left: true });
    return !taken.ok && taken.reason === "last-admin" ? { ok: false, reason: "last-admin" } : { ok: true };
  });
}
