import { and, asc, eq, isNull } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { letterColumns, type Person } from "./people";
import { invitations, seats } from "./schema/seats";

/** The admins who hold a seat in a tenant, whatever their stage, longest first; at most `limit`. */
export async function listAdmins(tx: PlatformTx, tenantId: string, limit: number): Promise<Person[]> {
  return tx.sql
    .select({ seat: seats, letter: letterColumns })
    .from(seats)
    .leftJoin(
      invitations,
      and(
        eq(invitations.tenantId, seats.tenantId),
        eq(invitations.seatId, seats.id),
        isNull(invitations.revokedAt),
      ),
    )
    .where(and(eq(seats.tenantId, tenantId), eq(seats.role, "admin"), isNull(seats.releasedAt)))
    .orderBy(asc(seats.reservedAt), asc(seats.id))
    .limit(limit);
}
