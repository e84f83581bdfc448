import type { Queryable } from "../store/connect";

/**
 * Ends a user's login sessions and voids what was issued to them: codes, grants, tokens. A login page that is open
 * somewhere stays usable: it asks for the password anyway.
 */
export async function endSessionsOfUser(db: Queryable, userId: string): Promise<void> {
  await db`delete from oidc_records where account_id = ${userId} and model <> 'Interaction'`;
}
