import type { Queryable } from "../store/connect";
import type { UserRow } from "./user-row";

/** The user with an id such as `auth0|5f7c8ec7c33c6c004bbafe82`, undefined if there is none. */
export async function findUser(db: Queryable, userId: string): Promise<UserRow | undefined> {
  const [row] = await db<UserRow[]>`select * from users where user_id = ${userId}`;
  return row;
}
