import { and, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { batches } from "./schema/batches";
import { seats } from "./schema/seats";
import { users } from "./schema/users";

export type Batch = typeof batches.$inferSelect;

export async function insertBatch(tx: PlatformTx, id: string): Promise<void> {
  await tx.sql.insert(batches).values({ id });
}

export async function readBatch(tx: PlatformTx, id: string): Promise<Batch | null> {
  const rows = await tx.sql.select().from(batches).where(eq(batches.id, id));
  return rows[0] ?? null;
}

/** Whether a batch of the last minute is still to be handed to Auth0. */
export async function isBatchWaiting(tx: PlatformTx): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.state, "claimed"), sql`${batches.claimedAt} > now() - interval '1 minute'`))
    .limit(1);
  return rows.length > 0;
}

/** One person of a batch whom Auth0 is yet to confirm. */
export type BatchMember = {
  userId: string;
  mailbox: string;
  name: string;
  /** The id under which Auth0 knows them from an earlier batch, or null. */
  auth0UserId: string | null;
};

/**
 * Each user of the batch whom we have no word of from Auth0 yet, with one of the names their tenants typed. People
 * whose seat was taken back meanwhile are among them: Auth0 may have created them all the same.
 */
export async function listBatchMembers(tx: PlatformTx, batchId: string): Promise<BatchMember[]> {
  return tx.sql
    .selectDistinctOn([users.mailbox], {
      userId: users.id,
      mailbox: users.mailbox,
      name: seats.name,
      auth0UserId: users.auth0UserId,
    })
    .from(seats)
    .innerJoin(users, eq(users.id, seats.userId))
    .where(and(eq(seats.batchId, batchId), or(isNull(users.auth0UserId), eq(seats.stage, "reserved"))))
    .orderBy(users.mailbox, seats.id);
}

/** Remembers which Auth0 job carries the batch; null when Auth0 knows everybody in it already. */
export async function markSubmitted(tx: PlatformTx, id: string, auth0JobId: string | null): Promise<void> {
  await tx.sql
    .update(batches)
    .set({
      state: "submitted",
      auth0JobId,
      attempts: sql`${batches.attempts} + 1`,
      submittedAt: sql`now()`,
    })
    .where(and(eq(batches.id, id), inArray(batches.state, ["claimed", "submitted"])));
}

/** Auth0 no longer knows the job: the batch must be submitted again. */
export async function markLost(tx: PlatformTx, id: string): Promise<void> {
  await tx.sql
    .update(batches)
    .set({ state: "claimed", auth0JobId: null })
    .where(and(eq(batches.id, id), eq(batches.state, "submitted")));
}

/** Auth0 would not take the batch as a whole; returns how often that happened. */
export async function countRefusal(tx: PlatformTx, id: string): Promise<number> {
  const rows = await tx.sql
    .update(batches)
    .set({ attempts: sql`${batches.attempts} + 1` })
    .where(eq(batches.id, id))
    .returning({ attempts: batches.attempts });
  return rows[0]?.attempts ?? 0;
}

export async function markSettled(tx: PlatformTx, id: string): Promise<void> {
  await tx.sql.update(batches).set({ state: "settled", settledAt: sql`now()` }).where(eq(batches.id, id));
}
