import type { Queryable } from "../store/connect";

const HOUR_MS = 3_600_000;

/**
 * Applies the two time limits of import jobs: unfinished after two hours is failed, and after 24 hours everything
 * about a job is gone. Source: Auth0, "Bulk User Imports".
 */
export async function tidyJobs(db: Queryable, now: Date): Promise<void> {
  const hoursAgo = (hours: number): Date => new Date(now.getTime() - hours * HOUR_MS);
  await db`delete from import_jobs where created_at <= ${hoursAgo(24)}`;
  await db`
    update import_jobs set status = 'failed', held = false, users_file = '',
      status_details = 'The job timed out after 2 hours.'
    where status = 'pending' and created_at <= ${hoursAgo(2)}`;
}
