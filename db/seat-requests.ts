import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { onlyRow } from "./rows";
import { type requestStates, seatRequests } from "./schema/seat-requests";
import { seats } from "./schema/seats";
import { tenants } from "./schema/tenants";

export type SeatRequest = typeof seatRequests.$inferSelect;
export type RequestState = (typeof requestStates)[number];

/** Adds an open request of the scope's tenant; false when one is open already. */
export async function insertSeatRequest(
  tx: TenantTx,
  request: { id: string; seatId: string; seats: number; reason: string },
): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    insert into seat_requests (id, tenant_id, seat_id, seats, reason)
    values (${request.id}::uuid, ${tx.scope.tenantId}::uuid, ${request.seatId}::uuid, ${request.seats}, ${request.reason})
    on conflict (tenant_id) where state = 'open' do nothing returning id`);
  return rows.length === 1;
}

/** A request with the name of the admin who asked. */
export type NamedRequest = SeatRequest & { askedBy: string };

/** The latest requests of the scope's tenant, newest first. */
export async function listOwnRequests(tx: TenantTx, limit: number): Promise<NamedRequest[]> {
  const rows = await tx.sql
    .select({ request: seatRequests, name: seats.name, email: seats.email })
    .from(seatRequests)
    .innerJoin(seats, and(eq(seats.tenantId, seatRequests.tenantId), eq(seats.id, seatRequests.seatId)))
    .where(eq(seatRequests.tenantId, tx.scope.tenantId))
    .orderBy(desc(seatRequests.createdAt))
    .limit(limit);
  return rows.map(({ request, name, email }) => ({ ...request, askedBy: name || email }));
}

/** An open request as the staff see it. */
export type OpenRequest = NamedRequest & { tenant: typeof tenants.$inferSelect };

/** Open requests of all tenants, the oldest first. */
export async function listOpenRequests(tx: PlatformTx, limit: number): Promise<OpenRequest[]> {
  const rows = await tx.sql
    .select({ request: seatRequests, name: seats.name, email: seats.email, tenant: tenants })
    .from(seatRequests)
    .innerJoin(seats, and(eq(seats.tenantId, seatRequests.tenantId), eq(seats.id, seatRequests.seatId)))
    .innerJoin(tenants, eq(tenants.id, seatRequests.tenantId))
    .where(eq(seatRequests.state, "open"))
    .orderBy(asc(seatRequests.createdAt), asc(seatRequests.id))
    .limit(limit);
  return rows.map(({ request, name, email, tenant }) => ({ ...request, askedBy: name || email, tenant }));
}

/** How many requests wait for an answer. */
export async function countOpenRequests(tx: PlatformTx): Promise<number> {
  const rows = await tx.sql
    .select({ count: sql<number>`count(*)::int` })
    .from(seatRequests)
    .where(eq(seatRequests.state, "open"));
  return onlyRow(rows).count;
}

export async function readSeatRequest(tx: PlatformTx, id: string): Promise<SeatRequest | null> {
  const rows = await tx.sql.select().from(seatRequests).where(eq(seatRequests.id, id));
  return rows[0] ?? null;
}

/** Gives an open request its answer; false when it has one. */
export async function settleSeatRequest(
  tx: PlatformTx,
  id: string,
  state: "approved" | "declined",
  answer: string | null,
): Promise<boolean> {
  const settled = await tx.sql
    .update(seatRequests)
    .set({ state, answer, answeredAt: sql`now()` })
    .where(and(eq(seatRequests.id, id), eq(seatRequests.state, "open")))
    .returning({ id: seatRequests.id });
  return settled.length === 1;
}
