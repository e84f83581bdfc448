import { type SQL, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";

/** What became of the letter before its invitation ran out. */
export type LetterFate = "accepted" | "undeliverable" | "waiting";

/**
 * Seats on the way, of tenants that are not suspended: nobody could have used the link meanwhile. Not those that are to
 * be imported again (`reserved`), who get a new letter.
 */
const onTheWay: SQL = sql`
  s.stage in ('imported', 'invited', 'verified')
  and exists (select 1 from tenants t where t.id = s.tenant_id and t.suspended_at is null)`;

/**
 * Tenants that hold seats whose live invitation has run out, at most `limit` of them. Each seat on the way is asked for
 * its letter: read the other way round, all the letters of people who are in would be read each time.
 */
export async function listTenantsWithExpired(tx: PlatformTx, limit: number): Promise<string[]> {
  const rows = await tx.sql.execute<{ id: string }>(sql`
    select distinct s.tenant_id as id from seats s
    cross join lateral (
      select expires_at from invitations i
      where i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null limit 1
    ) live
    where ${onTheWay} and live.expires_at <= now() limit ${limit}`);
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
    from seats s
    join invitations i on i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null
    where s.tenant_id = ${tenantId}::uuid and ${onTheWay} and i.expires_at <= now()
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
