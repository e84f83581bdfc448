import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { becomePortal } from "@/db/testing/portal-environment";
import { sweep } from "./sweep";

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
  becomePortal(database.urls);
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});

it("forgets sessions that nobody has used for longer than any lives", async () => {
  const stale = randomUUID();
  const used = randomUUID();
  for (const [id, days] of [
    [stale, 32],
    [used, 30],
  ] as const)
    await database.sql`
      insert into sessions (id, iss, sub, data, last_seen_at)
      values (${id}, 'https://t/', 'auth0|1', '{}', now() - make_interval(days => ${days}))`;
  await sweep();
  const left = await database.sql`select id from sessions where id in (${stale}, ${used})`;
  expect(left.map(({ id }) => id)).toEqual([used]);
});
