import { randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { lookAtCalendar } from "./look-at-calendar";

const database = openPortal();
let tenant: PlantedTenant;

beforeAll(async () => {
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
  await lookAtCalendar();
  expect(await claims()).toBe(0);
});

it("picks up seats that were left behind with a dead worker's job, and wishes that once", async () => {
  await reserve(90);
  await lookAtCalendar();
  await lookAtCalendar();
  expect(await claims()).toBe(1);
});
