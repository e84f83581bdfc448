import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { emptyDatabase, type FreshDatabase, runMigrations } from "./testing/fresh-database";

let database: FreshDatabase;
beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.drop());

async function applied(): Promise<{ ours: number; queue: number; tables: number }> {
  const [row] = await database.sql<{ ours: number; queue: number; tables: number }[]>`
    select (select count(*)::int from drizzle.__drizzle_migrations) as ours,
      (select count(*)::int from graphile_worker.migrations) as queue,
      (select count(*)::int from pg_tables where schemaname = 'public') as tables`;
  if (row === undefined) throw new Error("a query without from answered nothing");
  return row;
}

it("two processes at once bring an empty database up to date, and a later run finds nothing to do", async () => {
  await Promise.all([runMigrations(database.urls), runMigrations(database.urls)]);
  const first = await applied();
  expect(first.ours).toBeGreaterThanOrEqual(2);
  expect(first.tables).toBeGreaterThanOrEqual(13);
  await database.sql`insert into users (mailbox) values ('still@here.example')`;
  await runMigrations(database.urls);
  expect(await applied()).toEqual(first);
  expect(await database.sql`select mailbox from users`).toHaveLength(1);
});

it("the queue's door of an earlier version is taken away, and that version's calls find the new one", async () => {
  const queue = postgres(database.urls.queue, { max: 1, onnotice: () => {} });
  await queue.unsafe(`
    create function jobs.enqueue(job_name text, payload jsonb, job_key text default null,
      run_at timestamptz default null, queue_name text default null) returns void language sql as ''`);
  await runMigrations(database.urls);
  const wish = queue`select jobs.enqueue('claim-batch', '{}'::jsonb, 'key', null::timestamptz, null)`;
  await expect(wish).resolves.toHaveLength(1);
  expect(await queue`select 1 from graphile_worker._private_jobs where key = 'key'`).toHaveLength(1);
  await queue.end();
});
