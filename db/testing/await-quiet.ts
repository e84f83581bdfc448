import type postgres from "postgres";
import { eventually } from "./eventually";

/**
 * Waits until the worker has nothing left to do, now or later, and says how far it is if it never gets there. Jobs
 * that wait for a later moment are called at once: what is tested is that they come, not how long they wait.
 * @param enough ends the waiting early
 */
export async function awaitQuiet(sql: postgres.Sql, enough: () => boolean = () => false): Promise<void> {
  const left = () => sql<{ key: string; attempts: number; last_error: string | null }[]>`
    select key, attempts, last_error from graphile_worker._private_jobs where attempts < max_attempts`;
  try {
    await eventually("the worker to be done", async () => {
      await callAtOnce(sql);
      return enough() || (await left()).length === 0;
    });
  } catch (error) {
    const jobs = (await left()).map(
      (job) => `${job.key} (${job.attempts} tries: ${job.last_error ?? "no error"})`,
    );
    throw new Error(`${error instanceof Error ? error.message : ""}; left: ${jobs.join(", ")}`);
  }
}

/** Lets every job that waits for a later moment run now. */
export async function callAtOnce(sql: postgres.Sql): Promise<void> {
  const called = await sql`
    update graphile_worker._private_jobs set run_at = now() where locked_at is null and run_at > now()`;
  if (called.count > 0) await sql`select pg_notify('jobs:insert', '{"r":1,"count":1}')`;
}
