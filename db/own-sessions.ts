import { and, desc, eq, exists, ne, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { identities, sessions } from "./schema/users";

/** A session as its holder may see it. */
export type OwnSession = {
  id: string;
  handle: string;
  userAgent: string | null;
  authenticatedAt: Date | null;
  sessionCreatedAt: Date;
  sessionLastSeenAt: Date;
};

/** Whoever signs in under one of the user's identities. */
function isOf(tx: PlatformTx, userId: string) {
  return exists(
    tx.sql
      .select({ one: sql`1` })
      .from(identities)
      .where(
        and(
          eq(identities.userId, userId),
          eq(identities.iss, sessions.iss),
          eq(identities.sub, sessions.sub),
        ),
      ),
  );
}

/** A user's sessions, the one used last first; at most 100. */
export async function listSessionsOf(tx: PlatformTx, userId: string): Promise<OwnSession[]> {
  return tx.sql
    .select({
      id: sessions.id,
      handle: sessions.handle,
      userAgent: sessions.userAgent,
      authenticatedAt: sessions.authenticatedAt,
      sessionCreatedAt: sessions.createdAt,
      sessionLastSeenAt: sessions.lastSeenAt,
    })
    .from(sessions)
    .where(isOf(tx, userId))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100);
}

/** Ends one session of a user by its handle; false when there is none (any more). */
export async function endSessionOf(tx: PlatformTx, userId: string, handle: string): Promise<boolean> {
  const ended = await tx.sql
    .delete(sessions)
    .where(and(eq(sessions.handle, handle), isOf(tx, userId)))
    .returning({ handle: sessions.handle });
  return ended.length === 1;
}

/** Ends every session of a user, but for the one that is kept if any; returns how many ended. */
export async function endSessionsOf(
  tx: PlatformTx,
  userId: string,
  keptId: string | null = null,
): Promise<number> {
  const ended = await tx.sql
    .delete(sessions)
    .where(and(isOf(tx, userId), keptId === null ? undefined : ne(sessions.id, keptId)))
    .returning({ handle: sessions.handle });
  return ended.length;
}
