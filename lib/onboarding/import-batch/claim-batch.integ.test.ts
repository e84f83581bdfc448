import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { claimBatch } from "./claim-batch";

const database = openPortal();
let tenant: PlantedTenant;
const scope = mintPlatformScope({ kind: "job", name: "claim-batch" });

beforeAll(async () => {
  tenant = await plantTenant(database.sql, 10);
});
beforeEach(async () => {
  await database.sql`delete from seats where stage = 'reserved'`;
  await database.sql`delete from batches`;
});

async function reserve(): Promise<string> {
  const [id, email] = [randomUUID(), `${randomUUID()}@acme.example`];
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role)
    values (${id}, ${tenant.id}, ${email}, ${email}, '', '', 'viewer')`;
  return id;
}

async function batchOf(seatId: string): Promise<string | null> {
  const [seat] = await database.sql`select batch_id from seats where id = ${seatId}`;
  return seat?.batch_id ?? null;
}

it("a seat that something is being written about is claimed all the same", async () => {
  const seatId = await reserve();
  await database.sql.begin(async (other) => {
    // What a foreign key takes on the row that it points to, as when a bulk act names the seat.
    await other`select 1 from seats where id = ${seatId} for key share`;
    expect(await claimBatch(scope)).toEqual({ ok: true });
  });
  expect(await batchOf(seatId)).not.toBeNull();
});

it("a seat that another transaction changes is looked at again a moment later", async () => {
  const [held, free] = [await reserve(), await reserve()];
  await database.sql.begin(async (other) => {
    await other`select 1 from seats where id = ${held} for no key update`;
    expect(await claimBatch(scope)).toEqual({ ok: true, againAfterMs: expect.any(Number) });
    expect(await batchOf(free)).not.toBeNull();
    await database.sql`update batches set state = 'submitted'`;
    expect(await claimBatch(scope)).toEqual({ ok: true, againAfterMs: expect.any(Number) });
  });
  expect(await claimBatch(scope)).toEqual({ ok: true });
  expect(await batchOf(held)).not.toBeNull();
});

it("while a batch waits for its turn at Auth0, seats gather for one more instead of many", async () => {
  await reserve();
  expect(await claimBatch(scope)).toEqual({ ok: true });
  const later = [await reserve(), await reserve()];
  expect(await claimBatch(scope)).toEqual({ ok: true, againAfterMs: expect.any(Number) });
  expect(await Promise.all(later.map(batchOf))).toEqual([null, null]);
  await database.sql`update batches set state = 'submitted'`;
  expect(await claimBatch(scope)).toEqual({ ok: true });
  const [one, two] = await Promise.all(later.map(batchOf));
  expect(one).not.toBeNull();
  expect(two).toBe(one);
});

it("a batch that cannot be handed over holds the others up for a minute, not for ever", async () => {
  await reserve();
  await claimBatch(scope);
  const later = await reserve();
  await database.sql`update batches set claimed_at = now() - interval '61 seconds'`;
  expect(await claimBatch(scope)).toEqual({ ok: true });
  expect(await batchOf(later)).not.toBeNull();
});
