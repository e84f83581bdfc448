import { createHash, randomBytes } from "node:crypto";
import type { Json, Queryable } from "../store/connect";
import { hashPassword } from "./hash-password";
import type { NewUser, UserRow } from "./user-row";

/**
 * Adds a user to the connection, filling in what Auth0 fills in (id, name, nickname, picture).
 * @returns the user, or undefined if the email address or the id is taken
 */
export async function insertUser(db: Queryable, user: NewUser, now: Date): Promise<UserRow | undefined> {
  const email = user.email.toLowerCase();
  const [row] = await db<UserRow[]>`
    insert into users ${db({
      user_id: `auth0|${user.user_id || randomBytes(12).toString("hex")}`,
      email,
      email_verified: user.email_verified ?? false,
      username: user.username ?? null,
      phone_number: user.phone_number ?? null,
      phone_verified: user.phone_verified ?? null,
      given_name: user.given_name ?? null,
      family_name: user.family_name ?? null,
      name: user.name ?? email,
      nickname: user.nickname ?? email.slice(0, email.indexOf("@")),
      picture: user.picture ?? gravatar(email),
      blocked: user.blocked ?? null,
      password_hash: user.password === undefined ? null : await hashPassword(user.password),
      app_metadata: asJson(db, user.app_metadata),
      user_metadata: asJson(db, user.user_metadata),
      created_at: now,
      updated_at: now,
    })}
    on conflict do nothing
    returning *`;
  return row;
}

function asJson(db: Queryable, value: Json | undefined) {
  return value === undefined ? null : db.json(value);
}

function gravatar(email: string): string {
  const hash = createHash("md5").update(email).digest("hex");
  const fallback = encodeURIComponent(`https://cdn.auth0.com/avatars/${email.slice(0, 2)}.png`);
  return `https://s.gravatar.com/avatar/${hash}?s=480&r=pg&d=${fallback}`;
}
