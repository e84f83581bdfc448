import type { Tenant } from "../tenant";
import type { ImportJob } from "./import-job";
import { tidyJobs } from "./tidy-jobs";

/** The job with this id, undefined if there is none, or none any more. */
export async function findJob({ db, clock }: Tenant, id: string): Promise<ImportJob | undefined> {
  await tidyJobs(db, clock.now());
  const [job] = await db<ImportJob[]>`select * from import_jobs where id = ${id}`;
  return job;
}
