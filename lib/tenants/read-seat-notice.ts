import { inTenant } from "@/db/in-tenant";
import { readOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

/** That 80, 95 or 100 % of a tenant's seats are held. */
export type SeatNotice = { level: number; held: number; purchased: number };

/** The notice that stands above the pages of a tenant's admins; null when there is nothing to say to this caller. */
export async function readSeatNotice(caller: TenantCaller): Promise<SeatNotice | null> {
  if (!may(caller.role, "request-seats")) return null;
  const { seatNotice, seatsHeld, seatsPurchased } = await inTenant(caller.scope, readOwnTenant);
  return seatNotice === 0 ? null : { level: seatNotice, held: seatsHeld, purchased: seatsPurchased };
}
