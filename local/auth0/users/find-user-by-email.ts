import type { Queryable } from "../store/connect";
import type { UserRow } from "./user-row";

/** The user with exactly this address. Addresses are stored in lower case; the caller decides about folding. */
export async function findUserByEmail(db: Queryable, email: string): Promise<UserRow | undefined> {
  const [row] = await db<UserRow[]>`select * from users where email = ${email}`;
  return row;
}
