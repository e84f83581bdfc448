import type { Queryable } from "../store/connect";
import { endSessionsOfUser } from "./end-sessions-of-user";
import { hashPassword } from "./hash-password";

/**
 * Replaces a user's password, ends their sessions and lifts a block that wrong passwords caused. A block that an
 * administrator set is left alone.
 */
export async function changePassword(
  db: Queryable,
  userId: string,
  password: string,
  now: Date,
  markEmailAsVerified: boolean,
): Promise<void> {
  const hash = await hashPassword(password);
  await db`
    update users set
      password_hash = ${hash}, last_password_reset = ${now}, updated_at = ${now}, failed_logins = 0,
      email_verified = email_verified or ${markEmailAsVerified}
    where user_id = ${userId}`;
  await endSessionsOfUser(db, userId);
}
