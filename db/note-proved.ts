import { sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { PlatformTx } from "./in-platform";
import { uuidArray } from "./rows";

/**
 * Notes for their tenants, once for each seat, that a person's address and password are confirmed. Written when the
 * walk of that seat comes by, also for somebody proved before: the tenant can't tell who was known.
 */
export async function noteProved(tx: PlatformTx, seatIds: readonly string[]): Promise<void> {
  const seats = await tx.sql.execute<{ id: string; tenantId: string }>(sql`
    select s.id, s.tenant_id as "tenantId" from seats s where s.id = any(${uuidArray(seatIds)})
    order by s.id for no key update`);
  const known = await tx.sql.execute<{ id: string }>(sql`
    select s.id from seats s where s.id = any(${uuidArray(seatIds)}) and exists (
      select 1 from audit a where a.tenant_id = s.tenant_id and a.subject = s.id and a.verb = 'seat.proved')`);
  const noted = new Set(known.map(({ id }) => id));
  await recordAudit(
    tx,
    seats
      .filter(({ id }) => !noted.has(id))
      .map(({ id, tenantId }) => ({ tenantId, verb: "seat.proved", subject: id })),
  );
}
