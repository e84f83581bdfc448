import { wishClaim } from "@/db/claim-wish";
import type { PlatformTx } from "@/db/in-platform";
import { insertReservedSeat } from "@/db/seats";
import { takeSeats } from "@/db/tenants";

export type NewAdmin = { email: string; mailbox: string; name: string };

/**
 * Takes one of a tenant's seats for an admin, who then walks like everybody else. The tenant's row must be locked, or
 * new in this transaction.
 * @returns false, with nothing changed, when no seat is free
 */
export async function reserveAdmin(tx: PlatformTx, tenantId: string, admin: NewAdmin): Promise<boolean> {
  if (!(await takeSeats(tx, tenantId, 1))) return false;
  const { email, mailbox: emailKey, name } = admin;
  await insertReservedSeat(tx, tenantId, { email, emailKey, name, role: "admin" });
  await wishClaim(tx);
  return true;
}
