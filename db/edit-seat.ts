import { and, eq } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { TenantTx } from "./in-tenant";
import { nameKey } from "./name-key";
import { seats } from "./schema/seats";
import type { Role, Seat } from "./seats";
import { countActivated } from "./tenants";

/**
 * Gives a released seat of the scope's tenant back to its person, with one audit row. The place must have been taken
 * from the tenant's counter in the same transaction. A seat that starts anew leaves its old batch behind.
 */
export async function reviveSeat(tx: TenantTx, seat: Seat, stage: "active" | "reserved"): Promise<void> {
  const { id, tenantId, releaseReason, batchId } = seat;
  await tx.sql
    .update(seats)
    .set({ stage, releasedAt: null, releaseReason: null, batchId: stage === "reserved" ? null : batchId })
    .where(and(eq(seats.tenantId, tenantId), eq(seats.id, id)));
  if (stage === "active") await countActivated(tx, tenantId, 1);
  const facts = { was: releaseReason, stage };
  await recordAudit(tx, [{ tenantId, verb: "seat.restored", subject: id, facts }]);
}

export async function setRole(tx: TenantTx, seatId: string, role: Role): Promise<void> {
  await tx.sql
    .update(seats)
    .set({ role })
    .where(and(eq(seats.tenantId, tx.scope.tenantId), eq(seats.id, seatId)));
}

export async function setName(tx: TenantTx, { id, emailKey }: Seat, name: string): Promise<void> {
  await tx.sql
    .update(seats)
    .set({ name, nameKey: nameKey({ name, emailKey }) })
    .where(and(eq(seats.tenantId, tx.scope.tenantId), eq(seats.id, id)));
}
