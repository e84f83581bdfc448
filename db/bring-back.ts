import { and, eq, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { TenantTx } from "./in-tenant";
import { seats } from "./schema/seats";

/**
 * Brings a seat that expired back to the walk, where it waits for a new letter. Its place must have been taken from the
 * tenant's counter in the same transaction. False when there is no such seat.
 */
export async function bringBack(tx: TenantTx, seatId: string): Promise<boolean> {
  const { tenantId } = tx.scope;
  const back = await tx.sql
    .update(seats)
    .set({ stage: "imported", releasedAt: sql`null`, releaseReason: sql`null` })
    .where(
      and(
        eq(seats.tenantId, tenantId),
        eq(seats.id, seatId),
        eq(seats.stage, "released"),
        eq(seats.releaseReason, "expired"),
      ),
    )
    .returning({ id: seats.id });
  if (back.length === 0) return false;
  await recordAudit(tx, [{ tenantId, verb: "seat.restored", subject: seatId, facts: { after: "expired" } }]);
  return true;
}
