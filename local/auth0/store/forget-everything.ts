import type { Database } from "./connect";

/** Empties the tenant: users, jobs, tickets, sessions and the moved clock. Keys stay. */
export async function forgetEverything(db: Database): Promise<void> {
  await db.begin(async (tx) => {
    await tx`truncate users, tickets, import_jobs, oidc_records`;
    await tx`delete from kept where name = 'clock'`;
  });
}
