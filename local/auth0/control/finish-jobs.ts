import { runImport } from "../imports/run-import";
import type { Tenant } from "../tenant";

/** Runs a pending job now, or every held one in the order of submission. */
export async function finishJobs(
  { db, clock }: Tenant,
  id: string | undefined,
): Promise<{ finished: string[] }> {
  const jobs = await db<{ id: string }[]>`
    select id from import_jobs
    where status = 'pending' and ${id === undefined ? db`held` : db`id = ${id}`} order by sequence`;
  for (const job of jobs) await runImport(db, clock, job.id);
  return { finished: jobs.map((job) => job.id) };
}
