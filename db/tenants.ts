import { and, eq, isNull, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { onlyRow, uuidArray } from "./rows";
import { tenants } from "./schema/tenants";
import { noteSeatLevel } from "./seat-notices";

export type Tenant = typeof tenants.$inferSelect;

/** The seat counts of one tenant; `free` is negative when more seats are held than purchased. */
export type SeatCounts = { purchased: number; used: number; reserved: number; free: number };
export type TenantTotals = SeatCounts & { tenants: number; over: number };

/** used = active, reserved = held but not active, free = purchased - held. */
export function seatCounts(tenant: Pick<Tenant, "seatsPurchased" | "seatsHeld" | "seatsActive">): SeatCounts {
  return {
    purchased: tenant.seatsPurchased,
    used: tenant.seatsActive,
    reserved: tenant.seatsHeld - tenant.seatsActive,
    free: tenant.seatsPurchased - tenant.seatsHeld,
  };
}

/** Adds a tenant; null when the slug is taken. */
export async function insertTenant(
  tx: PlatformTx,
  tenant: { name: string; slug: string; seatsPurchased: number },
): Promise<Tenant | null> {
  const rows = await tx.sql
    .insert(tenants)
    .values(tenant)
    .onConflictDoNothing({ target: tenants.slug })
    .returning();
  return rows[0] ?? null;
}

/** The scope's own tenant. */
export async function readOwnTenant(tx: TenantTx): Promise<Tenant> {
  return onlyRow(await tx.sql.select().from(tenants).where(eq(tenants.id, tx.scope.tenantId)));
}

/**
 * Locks the scope's own tenant until the transaction ends. Always the first lock taken. Not the strongest lock:
 * that one would also hold up every foreign key's look at the tenant, in transactions that hold its seats already.
 */
export async function lockOwnTenant(tx: TenantTx): Promise<Tenant> {
  const own = eq(tenants.id, tx.scope.tenantId);
  return onlyRow(await tx.sql.select().from(tenants).where(own).for("no key update"));
}

/** Locks one tenant on behalf of the platform; null when there is none. */
export async function lockTenant(tx: PlatformTx, id: string): Promise<Tenant | null> {
  const rows = await tx.sql.select().from(tenants).where(eq(tenants.id, id)).for("no key update");
  return rows[0] ?? null;
}

/** Locks several tenants, in the order of their ids so that two transactions cannot wait for each other. */
export async function lockTenants(tx: PlatformTx, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.sql.execute(
    sql`select 1 from tenants where id = any(${uuidArray(ids)}) order by id for no key update`,
  );
}

/**
 * Takes `count` seats if they are free, in one conditional statement: the only way a seat is ever taken.
 * @returns false, with nothing changed, when fewer are free or the tenant is unknown
 */
export async function takeSeats(
  tx: TenantTx | PlatformTx,
  tenantId: string,
  count: number,
): Promise<boolean> {
  const taken = await tx.sql
    .update(tenants)
    .set({ seatsHeld: sql`${tenants.seatsHeld} + ${count}` })
    .where(and(eq(tenants.id, tenantId), sql`${tenants.seatsHeld} + ${count} <= ${tenants.seatsPurchased}`))
    .returning({ id: tenants.id });
  if (taken.length === 0) return false;
  await noteSeatLevel(tx, tenantId);
  return true;
}

/**
 * Keeps the seat that the same transaction is about to give back, for the same person under another address. It is
 * held already, so no other is needed, even while more seats are held than purchased. The notice level is looked at
 * when the old one goes, and then as many are held as before.
 */
export async function keepSeat(tx: TenantTx): Promise<void> {
  await tx.sql
    .update(tenants)
    .set({ seatsHeld: sql`${tenants.seatsHeld} + 1` })
    .where(eq(tenants.id, tx.scope.tenantId));
}

/** Gives seats back: `held` of them altogether, of which `active` were in use. */
export async function giveBackSeats(
  tx: TenantTx | PlatformTx,
  tenantId: string,
  counts: { held: number; active: number },
): Promise<void> {
  await tx.sql
    .update(tenants)
    .set({
      seatsHeld: sql`${tenants.seatsHeld} - ${counts.held}`,
      seatsActive: sql`${tenants.seatsActive} - ${counts.active}`,
    })
    .where(eq(tenants.id, tenantId));
  await noteSeatLevel(tx, tenantId);
}

/** Counts seats that came into use, by a first sign-in or again. */
export async function countActivated(
  tx: TenantTx | PlatformTx,
  tenantId: string,
  count: number,
): Promise<void> {
  await tx.sql
    .update(tenants)
    .set({ seatsActive: sql`${tenants.seatsActive} + ${count}` })
    .where(eq(tenants.id, tenantId));
}

/** Sets the number of purchased seats; returns the number before, or null for an unknown tenant. */
export async function setPurchased(tx: PlatformTx, tenantId: string, seats: number): Promise<number | null> {
  const before = await tx.sql
    .select({ seats: tenants.seatsPurchased })
    .from(tenants)
    .where(eq(tenants.id, tenantId))
    .for("no key update");
  const row = before[0];
  if (row === undefined) return null;
  await tx.sql.update(tenants).set({ seatsPurchased: seats }).where(eq(tenants.id, tenantId));
  await noteSeatLevel(tx, tenantId);
  return row.seats;
}

/** Suspends (a moment) or resumes (null) a tenant; returns whether that changed anything. */
export async function setSuspended(tx: PlatformTx, tenantId: string, at: Date | null): Promise<boolean> {
  const changed = await tx.sql
    .update(tenants)
    .set({ suspendedAt: at })
    .where(
      and(
        eq(tenants.id, tenantId),
        at === null ? sql`suspended_at is not null` : isNull(tenants.suspendedAt),
      ),
    )
    .returning({ id: tenants.id });
  return changed.length === 1;
}

export async function findTenantBySlug(tx: PlatformTx, slug: string): Promise<Tenant | null> {
  const rows = await tx.sql.select().from(tenants).where(eq(tenants.slug, slug));
  return rows[0] ?? null;
}

export async function readTenantById(tx: PlatformTx, id: string): Promise<Tenant | null> {
  const rows = await tx.sql.select().from(tenants).where(eq(tenants.id, id));
  return rows[0] ?? null;
}

/** One page of all tenants in the order of their names. */
export async function listTenants(tx: PlatformTx, page: PageRequest): Promise<Page<Tenant>> {
  const rows = await tx.sql
    .select()
    .from(tenants)
    .where(
      beyond(
        page,
        sql`(${tenants.name}, ${tenants.id})`,
        (id) => sql`
        select c.name, c.id from tenants c where c.id = ${id}::uuid`,
      ),
    )
    .orderBy(...pageOrder(page, [tenants.name, tenants.id]))
    .limit(page.limit + 1);
  return toPage(page, rows);
}

/**
 * Totals over every tenant, for the head of the staff page. What one tenant holds too many of takes nothing from what is
 * free in another, so it is a number of its own: purchased + over = used + reserved + free.
 */
export async function sumTenants(tx: PlatformTx): Promise<TenantTotals> {
  const rows = await tx.sql
    .select({
      tenants: sql<number>`count(*)::int`,
      purchased: sql<number>`coalesce(sum(seats_purchased), 0)::float8`,
      used: sql<number>`coalesce(sum(seats_active), 0)::float8`,
      reserved: sql<number>`coalesce(sum(seats_held - seats_active), 0)::float8`,
      free: sql<number>`coalesce(sum(greatest(seats_purchased - seats_held, 0)), 0)::float8`,
      over: sql<number>`coalesce(sum(greatest(seats_held - seats_purchased, 0)), 0)::float8`,
    })
    .from(tenants);
  return onlyRow(rows);
}
