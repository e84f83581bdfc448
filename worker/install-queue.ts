import { runMigrations } from "graphile-worker";

/** Brings the job runner's own schema up to date, under the queue's login. */
export async function installQueue(queueUrl: string): Promise<void> {
  await runMigrations({ connectionString: queueUrl });
}
