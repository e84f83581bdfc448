import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { plantTenant } from "@/db/testing/plant-tenant";
import { becomePortal } from "@/db/testing/portal-environment";
import { startAuth0, type TestAuth0 } from "@/db/testing/start-auth0";
import { submitImport } from "@/lib/auth0/submit-import";
import { submitBatch } from "./submit-batch";

const database = openPortal();
let auth0: TestAuth0;
const scope = mintPlatformScope({ kind: "job", name: "submit-batch" });

beforeAll(async () => {
  auth0 = await startAuth0(database.urls);
  becomePortal(database.urls, { auth0: auth0.origin });
});
afterAll(() => auth0.stop());

const somebody = () => {
  const id = randomUUID();
  return { id, mailbox: `${id}@acme.example`, name: "Ben" };
};

it("while both of Auth0's import jobs are taken a batch asks every few seconds, and no try of it counts", async () => {
  const { id: tenantId } = await plantTenant(database.sql, 10);
  const [batchId, person] = [randomUUID(), somebody()];
  await database.sql`insert into batches (id) values (${batchId})`;
  await database.sql`insert into users (id, mailbox) values (${person.id}, ${person.mailbox})`;
  await database.sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role, user_id, batch_id)
    values (${randomUUID()}, ${tenantId}, ${person.mailbox}, ${person.mailbox}, '', '', 'viewer', ${person.id}, ${batchId})`;
  await auth0.control("POST /jobs/hold", { times: 2 });
  for (const id of ["one", "two"])
    expect(await submitImport({ id, users: [somebody()] })).toMatchObject({ ok: true });
  for (const _ of [1, 2, 3])
    expect(await submitBatch(scope, { batchId })).toEqual({ ok: true, againAfterMs: 5_000 });
  await auth0.control("POST /jobs/finish");
  expect(await submitBatch(scope, { batchId })).toEqual({ ok: true });
});
