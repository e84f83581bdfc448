import { and, eq, isNull, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { invitations, seats } from "./schema/seats";
import type { Seat } from "./seats";

/** One row of the people list: a seat and the letter that counts for it. */
export type Person = {
  seat: Seat;
  letter: { sentAt: Date | null; expiresAt: Date; refusedAt: Date | null; serverSaid: string | null } | null;
};

/** Drizzle takes a whole letter for absent when its first column is null: this one never is. */
export const letterColumns = {
  expiresAt: invitations.expiresAt,
  sentAt: invitations.sentAt,
  refusedAt: invitations.refusedAt,
  serverSaid: invitations.serverSaid,
};

/**
 * One page of the people who hold a seat, by address. The cursor names a seat, never an address, because it
 * travels in an URL; a cursor that names no seat answers the first page.
 */
export async function listPeople(tx: TenantTx, page: PageRequest): Promise<Page<Person>> {
  const rows = await tx.sql
    .select({
      seat: seats,
      letter: letterColumns,
    })
    .from(seats)
    .leftJoin(
      invitations,
      and(
        eq(invitations.tenantId, seats.tenantId),
        eq(invitations.seatId, seats.id),
        isNull(invitations.revokedAt),
      ),
    )
    .where(
      and(
        eq(seats.tenantId, tx.scope.tenantId),
        isNull(seats.releasedAt),
        beyond(
          page,
          sql`(${seats.emailKey}, ${seats.id})`,
          (id) => sql`
          select c.email_key, c.id from seats c where c.tenant_id = ${tx.scope.tenantId}::uuid and c.id = ${id}::uuid`,
        ),
      ),
    )
    .orderBy(...pageOrder(page, [seats.emailKey, seats.id]))
    .limit(page.limit + 1);
  return toPage(page, rows);
}
