import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { PlatformTx } from "./in-platform";
import { seats } from "./schema/seats";
import type { Seat } from "./seats";

/**
 * Reserved seats that no batch has claimed yet, oldest first, locked; rows that another transaction changes are
 * skipped. Not the strongest lock: that one would also skip rows that something is just being written about.
 */
export async function lockUnclaimed(tx: PlatformTx, limit: number): Promise<Seat[]> {
  return tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.stage, "reserved"), isNull(seats.batchId)))
    .orderBy(asc(seats.reservedAt), asc(seats.id))
    .limit(limit)
    .for("no key update", { skipLocked: true });
}

/** Puts the seats of a user who is on the way in back to the start: Auth0 has lost their identity. */
export async function sendBack(tx: PlatformTx, userId: string): Promise<void> {
  const back = await tx.sql
    .update(seats)
    .set({ stage: "reserved", batchId: null })
    .where(and(eq(seats.userId, userId), inArray(seats.stage, ["imported", "invited", "verified"])))
    .returning({ id: seats.id, tenantId: seats.tenantId });
  await recordAudit(
    tx,
    back.map(({ id, tenantId }) => ({
      tenantId,
      verb: "seat.reserved",
      subject: id,
      facts: { again: true },
    })),
  );
}

/** Ties claimed seats to their users and, for people Auth0 has yet to learn of, to the batch. */
export async function claimSeats(
  tx: PlatformTx,
  claims: { seatId: string; userId: string; batchId: string | null }[],
): Promise<void> {
  await tx.sql.execute(sql`
    update seats set user_id = r."userId", batch_id = r."batchId"
    from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r("seatId" uuid, "userId" uuid, "batchId" uuid)
    where seats.id = r."seatId"`);
}

/** Seats of a batch that still wait for Auth0's word. */
export async function listUnsettled(tx: PlatformTx, batchId: string): Promise<Seat[]> {
  return tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.batchId, batchId), eq(seats.stage, "reserved")));
}

/** Whether reserved seats have waited for at least so many seconds without being gathered into a batch. */
export async function hasUnclaimed(tx: PlatformTx, seconds = 0): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: seats.id })
    .from(seats)
    .where(
      and(
        eq(seats.stage, "reserved"),
        isNull(seats.batchId),
        sql`${seats.reservedAt} <= now() - make_interval(secs => ${seconds})`,
      ),
    )
    .limit(1);
  return rows.length > 0;
}
