import { and, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import { sessions } from "./schema/users";

export type SessionRow = typeof sessions.$inferSelect;

export async function readSession(tx: MachineryTx, id: string): Promise<SessionRow | null> {
  const rows = await tx.sql.select().from(sessions).where(eq(sessions.id, id));
  return rows[0] ?? null;
}

/** Adds a session, or replaces what one of the same id holds. */
export async function writeSession(
  tx: MachineryTx,
  session: {
    id: string;
    iss: string;
    sub: string;
    sid: string | null;
    authenticatedAt: Date | null;
    data: object;
  },
): Promise<void> {
  await tx.sql
    .insert(sessions)
    .values(session)
    .onConflictDoUpdate({ target: sessions.id, set: { data: session.data, sid: session.sid } });
}

/** Changes a session only if it still exists, in one statement: a deleted one cannot come back. */
export async function updateSession(tx: MachineryTx, id: string, data: object): Promise<boolean> {
  const changed = await tx.sql
    .update(sessions)
    .set({ data })
    .where(eq(sessions.id, id))
    .returning({ id: sessions.id });
  return changed.length === 1;
}

export async function deleteSession(tx: MachineryTx, id: string): Promise<void> {
  await tx.sql.delete(sessions).where(eq(sessions.id, id));
}

/**
 * Ends sessions at the identity provider's word: one sign-in by its `sid`, or without it all of a subject (OpenID
 * Connect Back-Channel Logout, 2.4).
 */
export async function deleteSessionsByProvider(
  tx: MachineryTx,
  which: { iss: string; sid: string | null; sub: string | null },
): Promise<void> {
  if (which.sid !== null)
    await tx.sql.delete(sessions).where(and(eq(sessions.iss, which.iss), eq(sessions.sid, which.sid)));
  else if (which.sub !== null) await deleteSessionsOf(tx, { iss: which.iss, sub: which.sub });
}

/** Ends every session of a subject. */
export async function deleteSessionsOf(tx: MachineryTx, who: { iss: string; sub: string }): Promise<void> {
  await tx.sql.delete(sessions).where(and(eq(sessions.iss, who.iss), eq(sessions.sub, who.sub)));
}

/** Ends a subject's sessions that rest on a sign-in before `moment`, or in its second: `auth_time` comes in whole ones. */
export async function deleteSessionsBefore(
  tx: MachineryTx,
  who: { iss: string; sub: string },
  moment: Date,
): Promise<number> {
  const ended = await tx.sql
    .delete(sessions)
    .where(
      and(
        eq(sessions.iss, who.iss),
        eq(sessions.sub, who.sub),
        sql`coalesce(${sessions.authenticatedAt}, '-infinity') <= date_trunc('second', ${moment.toISOString()}::timestamptz)`,
      ),
    )
    .returning({ handle: sessions.handle });
  return ended.length;
}

/** Deletes sessions that nobody has used for `days`: their cookies have run out. */
export async function deleteStaleSessions(tx: MachineryTx, days: number): Promise<void> {
  await tx.sql.delete(sessions).where(lt(sessions.lastSeenAt, sql`now() - make_interval(days => ${days})`));
}

const longestUserAgent = 300;

/** Notes a sign of life, at most once a minute for each session, and what the browser calls itself. */
export async function touchSession(tx: MachineryTx, id: string, userAgent: string): Promise<void> {
  await tx.sql
    .update(sessions)
    .set({ lastSeenAt: sql`now()`, userAgent: userAgent.slice(0, longestUserAgent) })
    .where(
      and(
        eq(sessions.id, id),
        or(isNull(sessions.userAgent), lt(sessions.lastSeenAt, sql`now() - interval '1 minute'`)),
      ),
    );
}
