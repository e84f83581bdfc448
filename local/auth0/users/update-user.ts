import type { Database, Json, JsonObject, Queryable } from "../store/connect";
import { changePassword } from "./change-password";
import { findUser } from "./find-user";
import type { UserRow } from "./user-row";

/** What an update may change; null unsets, undefined leaves alone. */
export interface UserChanges {
  email?: string;
  email_verified?: boolean;
  password?: string;
  blocked?: boolean;
  phone_number?: string | null;
  phone_verified?: boolean;
  username?: string | null;
  given_name?: string | null;
  family_name?: string | null;
  name?: string;
  nickname?: string;
  picture?: string;
  app_metadata?: JsonObject | null;
  user_metadata?: JsonObject | null;
}

export type UpdateOutcome =
  | { ok: true; user: UserRow }
  | { ok: false; reason: "no-such-user" | "email-taken" };

/**
 * Changes a user. Metadata is merged at its top level, where null removes a key. A new address counts as
 * unverified unless the same update says otherwise. A new password ends the user's sessions and, unlike one that the
 * user chose through a ticket, lifts an administrator's block (Auth0, "Block and Unblock Users").
 */
export async function updateUser(
  db: Database,
  userId: string,
  changes: UserChanges,
  now: Date,
): Promise<UpdateOutcome> {
  return db.begin(async (tx): Promise<UpdateOutcome> => {
    const [known] = await tx<UserRow[]>`select * from users where user_id = ${userId} for update`;
    if (!known) return { ok: false, reason: "no-such-user" };
    if (changes.email !== undefined && (await emailIsTaken(tx, changes.email, userId)))
      return { ok: false, reason: "email-taken" };
    await tx`update users set ${tx(columns(tx, known, changes, now))} where user_id = ${userId}`;
    if (changes.password !== undefined) await changePassword(tx, userId, changes.password, now, false);
    const user = await findUser(tx, userId);
    return user ? { ok: true, user } : { ok: false, reason: "no-such-user" };
  });
}

async function emailIsTaken(db: Queryable, email: string, userId: string): Promise<boolean> {
  const taken = await db`select 1 from users where email = ${email.toLowerCase()} and user_id <> ${userId}`;
  return taken.length > 0;
}

function columns(db: Queryable, known: UserRow, changes: UserChanges, now: Date) {
  const { password, email, app_metadata, user_metadata, ...plain } = changes;
  const address = email?.toLowerCase();
  const moved = address !== undefined && address !== known.email;
  return {
    ...(password === undefined ? {} : { blocked: null }),
    ...plain,
    ...(moved ? { email: address, email_verified: changes.email_verified ?? false } : {}),
    ...(app_metadata === undefined
      ? {}
      : { app_metadata: asJson(db, merge(known.app_metadata, app_metadata)) }),
    ...(user_metadata === undefined
      ? {}
      : { user_metadata: asJson(db, merge(known.user_metadata, user_metadata)) }),
    updated_at: now,
  };
}

function merge(known: JsonObject | null, changes: JsonObject | null): JsonObject {
  const merged = changes === null ? {} : { ...known, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

function asJson(db: Queryable, value: Json) {
  return db.json(value);
}
