import type { Queryable } from "../store/connect";
import type { NewUser } from "../users/user-row";

const overwritable = [
  "email_verified",
  "name",
  "given_name",
  "family_name",
  "nickname",
  "picture",
  "app_metadata",
  "user_metadata",
] as const;

/**
 * The "upsert" of an import: finds the user by address and replaces what an import may replace, metadata whole.
 * @returns false if nobody has this address
 */
export async function overwriteUser(db: Queryable, user: NewUser, now: Date): Promise<boolean> {
  const changes = Object.fromEntries(
    overwritable.flatMap((field) => {
      const value = user[field];
      if (value === undefined) return [];
      return [[field, typeof value === "object" ? db.json(value) : value]];
    }),
  );
  const updated = await db`
    update users set ${db({ ...changes, updated_at: now })} where email = ${user.email.toLowerCase()}
    returning user_id`;
  return updated.length > 0;
}
