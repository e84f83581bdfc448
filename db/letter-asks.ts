import { and, eq, isNull, or, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import { enqueue } from "./enqueue";
import type { PlatformTx } from "./in-platform";
import type { Invitation } from "./invitations";
import { letterAsks } from "./schema/letters";
import { invitations } from "./schema/seats";

/** More than these wait for nobody: whoever floods us with made-up tokens gains nothing. */
const MOST_WAITING = 1_000;

/** Writes down that somebody asked for a new letter, and wishes that it be settled. The same for any token. */
export async function writeAsk(tx: PlatformTx, tokenHash: string): Promise<void> {
  await tx.sql.execute(sql`
    insert into letter_asks (token_hash) select ${tokenHash}
    where (select count(*) from letter_asks) < ${MOST_WAITING}
    on conflict (token_hash) do nothing`);
  await enqueue(tx, "settle-asks", {}, { key: "settle-asks", queue: "settle-asks" });
}

/** Forgets asks with tokens that are none of ours. */
export async function deleteMadeUpAsks(tx: PlatformTx): Promise<void> {
  await tx.sql.execute(sql`
    delete from letter_asks a where not exists (select 1 from invitations i where i.token_hash = a.token_hash)`);
}

/** Asks that wait to be settled, oldest first, by the hashes of their tokens. */
export async function listAsks(tx: PlatformTx, limit: number): Promise<string[]> {
  const rows = await tx.sql
    .select({ tokenHash: letterAsks.tokenHash })
    .from(letterAsks)
    .orderBy(letterAsks.askedAt)
    .limit(limit);
  return rows.map(({ tokenHash }) => tokenHash);
}

export async function deleteAsk(tx: PlatformTx, tokenHash: string): Promise<void> {
  await tx.sql.delete(letterAsks).where(eq(letterAsks.tokenHash, tokenHash));
}

/** Remembers that an invitation's holder asked for a new letter; false when they did within the last day. */
export async function markAsked(tx: PlatformTx, invitation: Invitation): Promise<boolean> {
  const marked = await tx.sql
    .update(invitations)
    .set({ askedAt: sql`now()` })
    .where(
      and(
        eq(invitations.id, invitation.id),
        or(isNull(invitations.askedAt), sql`${invitations.askedAt} <= now() - interval '1 day'`),
      ),
    )
    .returning({ id: invitations.id });
  if (marked.length === 0) return false;
  const { tenantId, seatId } = invitation;
  await recordAudit(tx, [{ tenantId, verb: "invitation.asked", subject: seatId }]);
  return true;
}

/**
 * The tenant's active admins who are to be written about asks, and when: now or, when they were within the last day, a
 * day after that. An admin for whom such a letter waits already is not among them: it speaks of this ask as well.
 */
export async function listAdminsToTell(
  tx: PlatformTx,
  tenantId: string,
): Promise<{ seatId: string; at: Date }[]> {
  const rows = await tx.sql.execute<{ seatId: string; at: Date | string }>(sql`
    select s.id as "seatId", greatest(max(l.sent_at) + interval '1 day', now()) as at
    from seats s
    left join letters l on l.tenant_id = s.tenant_id and l.seat_id = s.id and l.kind = 'letter-asked'
    where s.tenant_id = ${tenantId}::uuid and s.role = 'admin' and s.stage = 'active'
    group by s.id
    having coalesce(bool_and(l.id is null or coalesce(l.sent_at, l.refused_at, l.dropped_at) is not null), true)`);
  return rows.map(({ seatId, at }) => ({ seatId, at: new Date(at) }));
}
