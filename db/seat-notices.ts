import { and, eq, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { writeLetters } from "./letters";
import { seats } from "./schema/seats";

/**
 * Brings a tenant's notice level (80, 95 or 100 % of the purchased seats are held, else 0) in line with its counters,
 * in the transaction that changed these and so holds the tenant's row: of many at once, one sees the level rise. When
 * it rises, each active admin is written a letter.
 */
export async function noteSeatLevel(tx: TenantTx | PlatformTx, tenantId: string): Promise<void> {
  const changed = await tx.sql.execute<{ rose: boolean; level: number; held: number; purchased: number }>(sql`
    update tenants set seat_notice = now_at.level
    from (
      select id, seat_notice as was, case
        when seats_held = 0 then 0
        when seats_held >= seats_purchased then 100
        when seats_held >= seats_purchased * 0.95 then 95
        when seats_held >= seats_purchased * 0.8 then 80
        else 0 end as level
      from tenants where id = ${tenantId}::uuid
    ) now_at
    where tenants.id = now_at.id and now_at.level <> now_at.was
    returning now_at.level > now_at.was as rose, now_at.level, seats_held as held, seats_purchased as purchased`);
  const change = changed[0];
  if (change === undefined || !change.rose) return;
  const { level, held, purchased } = change;
  await writeLetters(
    tx,
    (await listActiveAdmins(tx, tenantId)).map((seatId) => {
      return { tenantId, seatId, kind: "seat-notice", aboutId: null, facts: { level, held, purchased } };
    }),
  );
}

/** The seats of a tenant's active admins. */
async function listActiveAdmins(tx: TenantTx | PlatformTx, tenantId: string): Promise<string[]> {
  const rows = await tx.sql
    .select({ id: seats.id })
    .from(seats)
    .where(and(eq(seats.tenantId, tenantId), eq(seats.role, "admin"), eq(seats.stage, "active")));
  return rows.map(({ id }) => id);
}
