import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { disconnect } from "@/db/connect";
import { type FreshDatabase, freshDatabase } from "@/db/testing/fresh-database";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { sweep } from "./sweep";

let database: FreshDatabase;
let tenant: PlantedTenant;

beforeAll(async () => {
  database = await freshDatabase();
  becomePortal(database.urls);
});
afterAll(async () => {
  await disconnect();
  await database.drop();
});
beforeEach(async () => {
  tenant = await plantTenant(database.sql, 10);
});

async function reserve(secondsAgo: number): Promise<void> {
  const email = `${randomUUID()}@acme.example`;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, reserved_at)
    values (${randomUUID()}, ${tenant.id}, ${email}, ${email}, '', '', 'viewer', now() - make_interval(secs => ${secondsAgo}))`;
}

async function claims(): Promise<number> {
  const [row] = await database.sql`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = 'claim-batch'`;
  return Number(row?.count);
}

it("leaves seats alone whose job is still to come", async () => {
  await reserve(10);
  await sweep();
  expect(await claims()).toBe(0);
});

it("picks up seats that were left behind with a dead worker's job, and wishes that once", async () => {
  await reserve(90);
  await sweep();
  await sweep();
  expect(await claims()).toBe(1);
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
