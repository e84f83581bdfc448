import { sql } from "drizzle-orm";
import type { TenantTx } from "./in-tenant";

/** Somebody whose invitation ran out and who asked for another. */
export type AskedPerson = { seatId: string; name: string; email: string; askedAt: Date };

/**
 * People of the scope's tenant who asked for a new letter within a month and still have no seat, latest first.
 * @returns at most `limit` of them, and how many there are
 */
export async function listAskedPeople(
  tx: TenantTx,
  limit: number,
): Promise<{ people: AskedPerson[]; count: number }> {
  const { tenantId } = tx.scope;
  const rows = await tx.sql.execute<{
    seatId: string;
    name: string;
    email: string;
    askedAt: string;
    count: number;
  }>(
    sql`
    select "seatId", name, email, "askedAt", count(*) over ()::int as count from (
      select distinct on (s.email_key) s.id as "seatId", s.name, s.email, i.asked_at as "askedAt"
      from invitations i join seats s on s.tenant_id = i.tenant_id and s.id = i.seat_id
      where i.tenant_id = ${tenantId}::uuid and i.asked_at > now() - interval '30 days'
        and s.stage = 'released' and s.release_reason = 'expired'
        and not exists (select 1 from seats other where other.tenant_id = ${tenantId}::uuid
          and other.email_key = s.email_key and other.released_at is null)
      order by s.email_key, i.asked_at desc
    ) asked order by "askedAt" desc, "seatId" limit ${limit}`,
  );
  return {
    people: rows.map(({ askedAt, count: _, ...person }) => ({ ...person, askedAt: new Date(askedAt) })),
    count: rows[0]?.count ?? 0,
  };
}
