import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantTenant } from "@/db/testing/plant-tenant";
import { recordArrivals } from "./record-arrivals";

const database = openPortal();
const scope = mintPlatformScope({ kind: "job", name: "settle-batch" });

/** Somebody whose seat waits in a batch for Auth0's word. */
async function claimed(tenantId: string, batchId: string): Promise<{ userId: string; seatId: string }> {
  const [userId, seatId] = [randomUUID(), randomUUID()];
  const email = `${userId}@acme.example`;
  await database.sql`insert into users (id, mailbox) values (${userId}, ${email})`;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, user_id, batch_id)
    values (${seatId}, ${tenantId}, ${email}, ${email}, '', '', 'viewer', ${userId}, ${batchId})`;
  return { userId, seatId };
}

it("an id at Auth0 that belongs to somebody else fails its own row only, and holds nobody up", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const batchId = randomUUID();
  await database.sql`insert into batches (id) values (${batchId})`;
  const clashing = await claimed(tenant.id, batchId);
  const fine = await claimed(tenant.id, batchId);
  const arrivals = [
    {
      userId: clashing.userId,
      auth0UserId: `auth0|${tenant.admin.userId}`,
      createdByUs: false,
      state: "open" as const,
    },
    { userId: fine.userId, auth0UserId: `auth0|${fine.userId}`, createdByUs: true, state: "open" as const },
  ];
  expect(await recordArrivals(scope, batchId, arrivals)).toEqual(new Set([clashing.userId]));
  const stages = await database.sql`select id, stage from seats where batch_id = ${batchId}`;
  expect(Object.fromEntries(stages.map(({ id, stage }) => [id, stage]))).toEqual({
    [clashing.seatId]: "reserved",
    [fine.seatId]: "imported",
  });
});

it("somebody who is here for the second time keeps a letter that still holds", async () => {
  const tenant = await plantTenant(database.sql, 10);
  const batchId = randomUUID();
  await database.sql`insert into batches (id) values (${batchId})`;
  const again = await claimed(tenant.id, batchId);
  const letter = randomUUID();
  await database.sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, expires_at, sent_at)
    values (${letter}, ${tenant.id}, ${again.seatId}, ${letter}, now() + interval '1 day', now())`;
  await recordArrivals(scope, batchId, [
    { userId: again.userId, auth0UserId: `auth0|${again.userId}`, createdByUs: true, state: "open" },
  ]);
  const [seat] = await database.sql`select stage from seats where id = ${again.seatId}`;
  const letters = await database.sql`select id, revoked_at from invitations where seat_id = ${again.seatId}`;
  expect(seat?.stage).toBe("invited");
  expect(letters).toEqual([{ id: letter, revoked_at: null }]);
});
