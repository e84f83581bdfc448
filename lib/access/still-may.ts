import type { TenantTx } from "@/db/in-tenant";
import { readSeat } from "@/db/seats";
import { readOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "./enter-tenant";
import { may, type TenantVerb } from "./policy";

/**
 * Whether the caller may do this now, by their seat and their tenant as they are in this transaction. For what goes on
 * after it was allowed: each step of it asks again.
 */
export async function stillMay(tx: TenantTx, { seatId }: TenantCaller, verb: TenantVerb): Promise<boolean> {
  const [{ suspendedAt }, seat] = [await readOwnTenant(tx), await readSeat(tx, seatId)];
  return suspendedAt === null && seat?.stage === "active" && may(seat.role, verb);
}
