import type { Queryable } from "../store/connect";
import { findUserByEmail } from "./find-user-by-email";
import { passwordMatches } from "./password-matches";
import type { UserRow } from "./user-row";

const FAILED_LOGINS_ALLOWED = 10;

export type SignInOutcome =
  | { ok: true; user: UserRow }
  | { ok: false; reason: "wrong-credentials" | "too-many-failures" | "blocked-by-admin" };

/**
 * Checks an address and a password and records the login. Ten wrong passwords in a row block the login until the
 * password is changed (Auth0: brute-force protection, default threshold). A block by an administrator shows
 * itself only to somebody who knows the password.
 */
export async function signIn(
  db: Queryable,
  email: string,
  password: string,
  ip: string,
  now: Date,
): Promise<SignInOutcome> {
  const user = await findUserByEmail(db, email.trim().toLowerCase());
  const matches = await passwordMatches(password, user?.password_hash);
  if (user && user.failed_logins >= FAILED_LOGINS_ALLOWED) return { ok: false, reason: "too-many-failures" };
  if (!user || !matches) {
    if (user) await db`update users set failed_logins = failed_logins + 1 where user_id = ${user.user_id}`;
    return { ok: false, reason: "wrong-credentials" };
  }
  if (user.blocked) return { ok: false, reason: "blocked-by-admin" };
  await db`
    update users set
      last_login = ${now}, last_ip = ${ip}, updated_at = ${now}, logins_count = logins_count + 1, failed_logins = 0
    where user_id = ${user.user_id}`;
  return { ok: true, user };
}
