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
