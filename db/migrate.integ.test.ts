import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { afterEach, beforeEach, expect, it } from "vitest";
import { emptyDatabase, type FreshDatabase, runMigrations } from "./testing/fresh-database";

let database: FreshDatabase;
beforeEach(async () => {
  database = await emptyDatabase();
});
afterEach(() => database.drop());

async function applied(): Promise<{ ours: number; queue: number; tables: number }> {
  const [row] = await database.sql<{ ours: number; queue: number; tables: number }[]>`
    select (select count(*)::int from drizzle.__drizzle_migrations) as ours,
      (select count(*)::int from graphile_worker.migrations) as queue,
      (select count(*)::int from pg_tables where schemaname = 'public') as tables`;
  if (row === undefined) throw new Error("a query without from answered nothing");
  return row;
}

/** Brings the database to the tables of an earlier version: the first so many migrations. */
async function migrateUpTo(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  cpSync("db/migrations", folder, { recursive: true });
  const journal = join(folder, "meta/_journal.json");
  const { entries, ...rest } = JSON.parse(readFileSync(journal, "utf8"));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, count) }));
  const owner = postgres(database.urls.owner, { max: 1, onnotice: () => {} });
  await migrate(drizzle(owner), { migrationsFolder: folder });
  await owner.end();
  rmSync(folder, { recursive: true });
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

it("a tenant that was full before there were seat notices has crossed its level already, and gets no old notice", async () => {
  const upToActivity = 7;
  await migrateUpTo(upToActivity);
  const held = { empty: 0, half: 50, eighty: 80, "ninety-six": 96, full: 100, over: 120 };
  for (const [slug, seats] of Object.entries(held))
    await database.sql`
      insert into tenants (slug, name, seats_purchased, seats_held) values (${slug}, ${slug}, 100, ${seats})`;
  await runMigrations(database.urls);
  const levels = await database.sql<{ slug: string; level: number }[]>`
    select slug, seat_notice as level from tenants`;
  expect(Object.fromEntries(levels.map(({ slug, level }) => [slug, level]))).toEqual({
    empty: 0,
    half: 0,
    eighty: 80,
    "ninety-six": 95,
    full: 100,
    over: 100,
  });
  expect(await database.sql`select 1 from letters`).toHaveLength(0);
});

it("the queue's door of an earlier version is taken away, and that version's calls find the new one", async () => {
  await runMigrations(database.urls);
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
