import { eq, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { uuidArray } from "./rows";
import { importRows, imports } from "./schema/imports";
import { invitations, seats } from "./schema/seats";
import { tenants } from "./schema/tenants";

/** What the first letter for a seat says and how long it holds. */
export type InvitationTerms = {
  seatId: string;
  inviterName: string | null;
  days: number;
  /** A letter that is still valid is out already. */
  hasLetter: boolean;
};

/** For each seat: who admitted it (null for an admin whom Analystick itself invites), and the tenant's days. */
export async function readInvitationTerms(
  tx: PlatformTx,
  seatIds: string[],
): Promise<Map<string, InvitationTerms>> {
  const rows = await tx.sql
    .select({
      seatId: seats.id,
      inviterName: imports.admittedBy,
      days: tenants.invitationDays,
      hasLetter: sql<boolean>`exists (select 1 from ${invitations}
        where ${invitations.seatId} = ${seats.id} and ${invitations.revokedAt} is null)`,
    })
    .from(seats)
    .innerJoin(tenants, eq(tenants.id, seats.tenantId))
    .leftJoin(
      importRows,
      sql`${importRows.tenantId} = ${seats.tenantId} and ${importRows.seatId} = ${seats.id}`,
    )
    .leftJoin(
      imports,
      sql`${imports.tenantId} = ${seats.tenantId} and ${imports.id} = ${importRows.importId}`,
    )
    .where(sql`${seats.id} = any(${uuidArray(seatIds)})`);
  return new Map(rows.map((row) => [row.seatId, row]));
}
