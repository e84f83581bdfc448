import type { Clock } from "../clock";
import type { Database } from "../store/connect";

/** Removes sessions, codes and the like that have expired. */
export async function deleteExpiredRecords(db: Database, clock: Clock): Promise<void> {
  await db`delete from oidc_records where expires_at < ${clock.now()}`;
}
