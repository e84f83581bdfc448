import type { Tenant } from "../tenant";

/** Makes a job vanish with all its data, finished or not; without an id, the latest one. */
export async function loseJobs({ db }: Tenant, id: string | undefined): Promise<{ lost: string[] }> {
  const lost = await db<{ id: string }[]>`
    delete from import_jobs
    where id = ${id ?? db`(select id from import_jobs order by sequence desc limit 1)`}
    returning id`;
  return { lost: lost.map((job) => job.id) };
}
