import { inTenant } from "@/db/in-tenant";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type TakenBack, takeBack } from "./take-back";

export type Released = TakenBack | { ok: false; reason: "not-allowed" };

/**
 * Takes a seat back: `removed` from somebody active, `revoked` from somebody on the way. Free in this transaction;
 * the person's next request is refused, because every request reads the seat anew. A tenant always keeps an active
 * admin.
 */
export async function releaseSeat(caller: TenantCaller, seatId: string): Promise<Released> {
  if (!may(caller.role, "release-seat")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    return takeBack(tx, seatId);
  });
}
