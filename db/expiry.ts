import { type SQL, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";

/** What became of the letter before its invitation ran out. */
export type LetterFate = "accepted" | "undeliverable" | "waiting";

/**
 * Seats on the way whose live invitation has run out. Not those that are to be imported again (`reserved`), who get a
 * new letter, and not while their tenant is suspended: nobody could have used the link.
 */
const expired: SQL = sql`
  seats s
  join invitations i on i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null
  join tenants t on t.id = s.tenant_id and t.suspended_at is null
  where s.stage in ('imported', 'invited', 'verified') and i.expires_at <= now()`;

/** Tenants that hold expired seats, at most `limit` of them. */
export async function listTenantsWithExpired(tx: PlatformTx, limit: number): Promise<string[]> {
  const rows = await tx.sql.execute<{ id: string }>(
    sql`select distinct s.tenant_id as id from ${expired} limit ${limit}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Locks expired seats of a tenant whose row is already locked, and their letters with them: a press of the button
 * that has just pushed the expiry is seen here, and one under way is left alone.
 */
export async function lockExpired(
  tx: PlatformTx,
  tenantId: string,
  limit: number,
): Promise<{ seatId: string; letter: LetterFate }[]> {
  const rows = await tx.sql.execute<{ seatId: string; letter: LetterFate }>(sql`
    select s.id as "seatId", case
      when i.sent_at is not null then 'accepted' when i.refused_at is not null then 'undeliverable'
      else 'waiting' end as letter
    from ${expired} and s.tenant_id = ${tenantId}::uuid
    order by s.id limit ${limit} for update of s, i skip locked`);
  return [...rows];
}

/**
 * Gives live invitations of a tenant the time back for which it was suspended, for nobody could use them meanwhile. The
 * tenant's row must be locked, and still suspended.
 */
export async function giveBackTime(tx: PlatformTx, tenantId: string): Promise<void> {
  await tx.sql.execute(sql`
    update invitations i set expires_at = i.expires_at + (now() - t.suspended_at)
    from tenants t, seats s
    where i.tenant_id = ${tenantId}::uuid and t.id = i.tenant_id and i.expires_at > t.suspended_at
      and i.revoked_at is null and s.id = i.seat_id and s.stage in ('reserved', 'imported', 'invited', 'verified')`);
}
