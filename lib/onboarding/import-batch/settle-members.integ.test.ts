import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { listBatchMembers } from "@/db/batches";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { settleMembers } from "./settle-members";

const database = openPortal();
let auth0: TestAuth0;
const scope = mintPlatformScope({ kind: "job", name: "settle-batch" });
const LOOK_UP = "GET /api/v2/users-by-email";

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(() => auth0.stop());

async function plantMember(tenantId: string, batchId: string, email: string): Promise<void> {
  const userId = randomUUID();
  await database.sql`insert into users (id, mailbox) values (${userId}, ${email})`;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, user_id, batch_id)
    values (${randomUUID()}, ${tenantId}, ${email}, ${email}, '', '', 'viewer', ${userId}, ${batchId})`;
}

it("calls that run out halfway lose nothing: nobody is looked up twice, and all move on in one step", async () => {
  const { id: tenantId } = await plantTenant(database.sql, 10);
  const batchId = randomUUID();
  await database.sql`insert into batches (id) values (${batchId})`;
  const people = ["a", "b", "c"].map((word) => `${word}-${batchId.slice(0, 8)}@acme.example`);
  for (const email of people) await plantMember(tenantId, batchId, email);
  for (const email of people.slice(0, 2)) await auth0.control("POST /users", { email, email_verified: true });
  const settle = async () => {
    const members = await inPlatform(scope, (tx) => listBatchMembers(tx, batchId));
    const duplicates = members.slice(0, 2).map(({ mailbox, userId }) => {
      return { mailbox, userId, reason: "duplicate" as const, code: "DUPLICATED_USER" };
    });
    return settleMembers(scope, batchId, members, duplicates);
  };
  const stages = async () => {
    const rows = await database.sql`select stage from seats where batch_id = ${batchId}`;
    return rows.map(({ stage }) => stage);
  };
  await auth0.control("DELETE /calls");
  // The last person whom Auth0 knew is asked for in vain.
  for (const kind of ["delay", "fail"])
    await auth0.control("POST /weather", { route: LOOK_UP, kind, delayMs: 1, status: 503, times: 1 });
  expect(await settle()).toMatchObject({ ok: false, retry: true });
  expect(await stages()).toEqual(["reserved", "reserved", "reserved"]);
  expect(await settle()).toBe("all");
  expect(await stages()).toEqual(["imported", "imported", "imported"]);
  expect(await auth0.count(LOOK_UP)).toBe(3);
});
