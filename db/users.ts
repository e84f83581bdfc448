import { and, eq, isNotNull, isNull, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { onlyRow, uuidArray } from "./rows";
import { identities, staff, users } from "./schema/users";

export type User = typeof users.$inferSelect;

/**
 * Makes sure that each canonical mailbox has a user, and returns them by mailbox, locked. Their ids are what
 * Auth0 will be told, so this commits before Auth0 is called.
 */
export async function upsertUsers(tx: PlatformTx, mailboxes: string[]): Promise<Map<string, User>> {
  const list = JSON.stringify([...new Set(mailboxes)].sort());
  await tx.sql.execute(sql`
    insert into users (mailbox) select value from jsonb_array_elements_text(${list}::jsonb) order by value
    on conflict (mailbox) do nothing`);
  const rows = await tx.sql
    .select()
    .from(users)
    .where(sql`${users.mailbox} in (select value from jsonb_array_elements_text(${list}::jsonb))`)
    .orderBy(users.mailbox)
    .for("update");
  return new Map(rows.map((row) => [row.mailbox, row]));
}

export async function readUser(tx: PlatformTx, id: string): Promise<User | null> {
  const rows = await tx.sql.select().from(users).where(eq(users.id, id));
  return rows[0] ?? null;
}

/** Locks one user until the transaction ends: whoever changes the whole identity holds this. */
export async function lockUser(tx: PlatformTx, id: string): Promise<User | null> {
  const rows = await tx.sql.select().from(users).where(eq(users.id, id)).for("update");
  return rows[0] ?? null;
}

const unknownToAuth0 = {
  auth0UserId: null,
  createdByUs: false,
  passwordBaseline: null,
  passwordTicketAt: null,
  provedAt: null,
  passwordReplacedAt: null,
} as const;

export type Auth0Arrival = {
  userId: string;
  auth0UserId: string;
  createdByUs: boolean;
  state: "open" | "blocked";
};

/**
 * Remembers under which id Auth0 knows users, unless that is known already. An id that belongs to another user of
 * ours stays with them: in Auth0 somebody changed its address.
 * @returns the users whom Auth0 knows by the arrival's id or another one now; the rest clashed
 */
export async function linkAuth0Users(
  tx: PlatformTx,
  arrivals: readonly Auth0Arrival[],
): Promise<Set<string>> {
  if (arrivals.length === 0) return new Set();
  const list = JSON.stringify(arrivals);
  await tx.sql.execute(sql`
    update users set auth0_user_id = r."auth0UserId", created_by_us = r."createdByUs", auth0_state = r.state
    from jsonb_to_recordset(${list}::jsonb)
      as r("userId" uuid, "auth0UserId" text, "createdByUs" boolean, state text)
    where users.id = r."userId" and users.auth0_user_id is null
      and not exists (select 1 from users other where other.auth0_user_id = r."auth0UserId")`);
  const linked = await tx.sql
    .select({ id: users.id })
    .from(users)
    .where(
      and(
        isNotNull(users.auth0UserId),
        sql`${users.id} = any(${uuidArray(arrivals.map(({ userId }) => userId))})`,
      ),
    );
  return new Set(linked.map(({ id }) => id));
}

/**
 * Remembers what we last made of the identity at Auth0. `absent` forgets its id there and everything that was proved
 * of it: should the mailbox come back, it is another identity with another password.
 */
export async function setAuth0State(tx: PlatformTx, id: string, state: User["auth0State"]): Promise<void> {
  await tx.sql
    .update(users)
    .set(state === "absent" ? { ...unknownToAuth0, auth0State: state } : { auth0State: state })
    .where(eq(users.id, id));
}

/** A user under the id by which Auth0 knows them: what is learnt of one identity is never written to another. */
export type KnownIdentity = { id: string; auth0UserId: string };

/**
 * Remembers, before the first password ticket is made, when Auth0 last saw the password replaced. Only a
 * later replacement proves that the holder of the letter chose the password.
 */
export async function notePasswordTicket(
  tx: PlatformTx,
  user: KnownIdentity,
  baseline: Date | null,
): Promise<void> {
  await tx.sql
    .update(users)
    .set({ passwordTicketAt: sql`now()`, passwordBaseline: baseline })
    .where(
      and(eq(users.id, user.id), eq(users.auth0UserId, user.auth0UserId), isNull(users.passwordTicketAt)),
    );
}

/**
 * Marks the mailbox and password as proved to belong together; false when they were already.
 * @param passwordReplacedAt the replacement of the password that is the proof, as Auth0 tells it
 */
export async function markProved(
  tx: PlatformTx,
  user: KnownIdentity,
  passwordReplacedAt: Date,
): Promise<boolean> {
  const marked = await tx.sql
    .update(users)
    .set({ provedAt: sql`now()`, passwordReplacedAt })
    .where(and(eq(users.id, user.id), eq(users.auth0UserId, user.auth0UserId), isNull(users.provedAt)))
    .returning({ id: users.id });
  return marked.length === 1;
}

/**
 * Remembers Auth0's latest replacement of a password, and that it was asked for.
 * @returns whether it is a later one than we knew of
 */
export async function notePasswordReplaced(
  tx: PlatformTx,
  user: KnownIdentity,
  replacedAt: Date | null,
): Promise<boolean> {
  const one = and(eq(users.id, user.id), eq(users.auth0UserId, user.auth0UserId), isNotNull(users.provedAt));
  const known = await tx.sql
    .select({ replacedAt: users.passwordReplacedAt })
    .from(users)
    .where(one)
    .for("update");
  const before = known[0]?.replacedAt ?? null;
  const isLater = replacedAt !== null && before !== null && replacedAt > before;
  await tx.sql
    .update(users)
    .set({ passwordCheckedAt: sql`now()`, ...(isLater ? { passwordReplacedAt: replacedAt } : {}) })
    .where(one);
  return isLater;
}

/**
 * Users who are signed in and whose password nobody has asked Auth0 about for an hour, longest first.
 * @param idleMinutes how long a session may rest: older ones open nothing
 */
export async function listUncheckedPasswords(
  tx: PlatformTx,
  idleMinutes: number,
  limit: number,
): Promise<string[]> {
  const rows = await tx.sql.execute<{ id: string }>(sql`
    select u.id from users u
    where u.proved_at is not null and u.auth0_user_id is not null
      and (u.password_checked_at is null or u.password_checked_at < now() - interval '1 hour')
      and exists (
        select 1 from sessions s join identities i on i.iss = s.iss and i.sub = s.sub
        where i.user_id = u.id and s.last_seen_at > now() - make_interval(mins => ${idleMinutes}))
    order by u.password_checked_at nulls first limit ${limit}`);
  return rows.map(({ id }) => id);
}

export async function findUserByAuth0Id(tx: PlatformTx, auth0UserId: string): Promise<User | null> {
  const rows = await tx.sql.select().from(users).where(eq(users.auth0UserId, auth0UserId));
  return rows[0] ?? null;
}

/** Remembers by which issuer, subject and connection a user signs in. */
export async function rememberIdentity(
  tx: PlatformTx,
  identity: { userId: string; iss: string; sub: string; connection: string },
): Promise<void> {
  await tx.sql.insert(identities).values(identity).onConflictDoNothing();
}

export async function isStaff(tx: PlatformTx, userId: string): Promise<boolean> {
  const rows = await tx.sql
    .select({ userId: staff.userId })
    .from(staff)
    .where(and(eq(staff.userId, userId), isNull(staff.removedAt)));
  return rows.length === 1;
}

/** Makes a user a member of staff; false when they are one already. */
export async function addStaff(tx: PlatformTx, userId: string): Promise<boolean> {
  const rows = await tx.sql
    .insert(staff)
    .values({ userId })
    .onConflictDoUpdate({
      target: staff.userId,
      set: { removedAt: null },
      setWhere: sql`staff.removed_at is not null`,
    })
    .returning({ userId: staff.userId });
  return rows.length === 1;
}

/** A user by mailbox, made if new. */
export async function upsertUser(tx: PlatformTx, mailbox: string): Promise<User> {
  return onlyRow([...(await upsertUsers(tx, [mailbox])).values()]);
}
