import { and, eq, isNull, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { onlyRow } from "./rows";
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
} as const;

export type Auth0Arrival = {
  userId: string;
  auth0UserId: string;
  createdByUs: boolean;
  state: "open" | "blocked";
};

/** Remembers under which id Auth0 knows users, unless that is known already. */
export async function linkAuth0Users(tx: PlatformTx, arrivals: Auth0Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  await tx.sql.execute(sql`
    update users set auth0_user_id = r."auth0UserId", created_by_us = r."createdByUs", auth0_state = r.state
    from jsonb_to_recordset(${JSON.stringify(arrivals)}::jsonb)
      as r("userId" uuid, "auth0UserId" text, "createdByUs" boolean, state text)
    where users.id = r."userId" and users.auth0_user_id is null`);
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

/**
 * Remembers, before the first password ticket is made, when Auth0 last saw the password replaced. Only a
 * later replacement proves that the holder of the letter chose the password.
 */
export async function notePasswordTicket(tx: PlatformTx, id: string, baseline: Date | null): Promise<void> {
  await tx.sql
    .update(users)
    .set({ passwordTicketAt: sql`now()`, passwordBaseline: baseline })
    .where(and(eq(users.id, id), isNull(users.passwordTicketAt)));
}

/** Marks the mailbox and password as proved to belong together; false when they were already. */
export async function markProved(tx: PlatformTx, id: string): Promise<boolean> {
  const marked = await tx.sql
    .update(users)
    .set({ provedAt: sql`now()` })
    .where(and(eq(users.id, id), isNull(users.provedAt)))
    .returning({ id: users.id });
  return marked.length === 1;
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
