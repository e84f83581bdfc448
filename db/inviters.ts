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
  /** Of the letter that is out: it waits to be sent, it was sent and still holds, or it is of no use any more. */
  letter: "none" | "waiting" | "sent" | "dead";
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
      letter: sql<InvitationTerms["letter"]>`coalesce((
        select case
          when ${invitations.refusedAt} is not null or ${invitations.expiresAt} <= now() then 'dead'
          when ${invitations.sentAt} is null then 'waiting' else 'sent' end
        from ${invitations} where ${invitations.seatId} = ${seats.id} and ${invitations.revokedAt} is null), 'none')`,
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
