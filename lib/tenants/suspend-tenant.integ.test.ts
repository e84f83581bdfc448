import { expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedGuest, plantInvited } from "@/db/testing/plant-invited";
import { plantTenant } from "@/db/testing/plant-tenant";
import { invitationToken } from "@/lib/access/invitation-token";
import { suspendTenant } from "./suspend-tenant";

const database = openPortal();
const staff = { scope: mintPlatformScope({ kind: "operator", command: "test" }), userId: "", mailbox: "" };

const plant = (tenantId: string, stage: string) =>
  plantInvited(database.sql, tenantId, invitationToken, { stage });

/** Somebody whose letter has not gone out; `more` changes their invitation. */
async function plantUnsent(tenantId: string, more = ""): Promise<PlantedGuest> {
  const guest = await plant(tenantId, "imported");
  await database.sql.unsafe(
    `update invitations set sent_at = null${more} where id = '${guest.invitationId}'`,
  );
  return guest;
}

it("a resumed tenant's letters go out at once: those that waited, and no other", async () => {
  const { sql } = database;
  const [{ id: tenantId }, { id: otherId }] = [await plantTenant(sql, 10), await plantTenant(sql, 10)];
  const [waiting, other] = [await plantUnsent(tenantId), await plantUnsent(otherId)];
  await plant(tenantId, "invited");
  for (const ended of ["refused_at", "revoked_at"]) await plantUnsent(tenantId, `, ${ended} = now()`);
  await suspendTenant(staff, tenantId, true);
  // While the tenant was suspended, the worker looked now and then.
  const key = `invite:${waiting.invitationId}`;
  await sql`
    select graphile_worker.add_job('invite', '{"tries":9}'::json, run_at => now() + interval '5 minutes', job_key => ${key})`;
  expect(await suspendTenant(staff, tenantId, false)).toEqual({ ok: true, changed: true });
  const wishes = await sql`
    select key, payload, run_at <= now() as now from graphile_worker._private_jobs where key like 'invite:%'`;
  expect([...wishes]).toEqual([
    { key, payload: { tenantId, invitationId: waiting.invitationId }, now: true },
  ]);
  expect(wishes.map((wish) => wish.key)).not.toContain(`invite:${other.invitationId}`);
});

it("resuming a tenant that is not suspended wishes for nothing", async () => {
  const { id: tenantId } = await plantTenant(database.sql, 10);
  const { invitationId } = await plantUnsent(tenantId);
  expect(await suspendTenant(staff, tenantId, false)).toEqual({ ok: true, changed: false });
  const wishes = await database.sql`
    select 1 from graphile_worker._private_jobs where key = ${`invite:${invitationId}`}`;
  expect(wishes).toHaveLength(0);
});
