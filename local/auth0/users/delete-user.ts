import type { Database } from "../store/connect";
import { endSessionsOfUser } from "./end-sessions-of-user";

/** Deletes a user with their tickets and sessions. Deleting nobody is no error, as in Auth0. */
export async function deleteUser(db: Database, userId: string): Promise<void> {
  await db.begin(async (tx) => {
    await endSessionsOfUser(tx, userId);
    await tx`delete from users where user_id = ${userId}`;
  });
}
