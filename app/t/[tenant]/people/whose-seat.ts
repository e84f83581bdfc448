import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { Whose } from "./[seat]/release-dialog";

/** Whose seat an admin looks at. */
export function whoseSeat(caller: Pick<TenantCaller, "seatId">, seatId: string, isOnlyAdmin: boolean): Whose {
  if (seatId !== caller.seatId) return "other";
  return isOnlyAdmin ? "only-admin" : "own";
}
