import { readFile } from "node:fs/promises";
import path from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

/**
 * Brings the tables and the job queue to this version. Safe to run twice, and by two processes at once: the
 * second waits for the first and finds nothing to do.
 * @param urls the owner's and the queue's logins
 * @param installQueue brings the job runner's own tables up to date (the runner's package lives in `worker/`)
 */
export async function migrate(
  urls: { ownerUrl: string; queueUrl: string },
  installQueue: (queueUrl: string) => Promise<void>,
): Promise<void> {
  const owner = postgres(urls.ownerUrl, { max: 1, onnotice: () => {} });
  const queue = postgres(urls.queueUrl, { max: 1, onnotice: () => {} });
  try {
    await owner`select pg_advisory_lock(hashtext('analystick migrations'))`;
    await applyMigrations(drizzle(owner), { migrationsFolder: path.join(process.cwd(), "db/migrations") });
    // What was applied may be read by whoever must know whether this database is ready.
    await owner`grant usage on schema drizzle to platform`;
    await owner`grant select on drizzle.__drizzle_migrations to platform`;
    await installQueue(urls.queueUrl);
    await queue`create schema if not exists jobs`;
    await queue.unsafe(await readFile(path.join(process.cwd(), "db/queue/enqueue.sql"), "utf8"));
  } finally {
    await queue.end();
    await owner.end();
  }
}
