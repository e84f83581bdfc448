import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, it } from "vitest";
import { enqueue } from "./enqueue";
import { inPlatform } from "./in-platform";
import { inTenant } from "./in-tenant";
import type { JobName } from "./jobs";
import { mintPlatformScope } from "./mint-scope";
import { asRole } from "./testing/as-role";
import { eventually } from "./testing/eventually";
import { openPortal } from "./testing/open-portal";
import { type PlantedTenant, plantTenant } from "./testing/plant-tenant";

const database = openPortal();
let app: postgres.Sql;
const scope = mintPlatformScope({ kind: "job", name: "claim-batch" });
let acme: PlantedTenant;

beforeAll(async () => {
  app = postgres(database.urls.app, { max: 1, onnotice: () => {} });
  acme = await plantTenant(database.sql, 10);
});
afterAll(async () => {
  await app.end();
});

async function payloadsOf(key: string): Promise<unknown[]> {
  const rows = await database.sql`select payload from graphile_worker._private_jobs where key = ${key}`;
  return rows.map(({ payload }) => payload);
}

it("takes the tenant from the transaction, even if the payload names another", async () => {
  const [key, invitationId] = [randomUUID(), randomUUID()];
  await inTenant(acme.admin.scope, (tx) =>
    enqueue(tx, "invite", { tenantId: randomUUID(), invitationId }, { key }),
  );
  expect(await payloadsOf(key)).toEqual([{ tenantId: acme.id, invitationId }]);
});

it("writes one wish for each key, and none when its transaction is undone", async () => {
  const [key, undone] = [randomUUID(), randomUUID()];
  await inTenant(acme.admin.scope, (tx) => enqueue(tx, "claim-batch", {}, { key }));
  await inTenant(acme.admin.scope, (tx) => enqueue(tx, "claim-batch", {}, { key }));
  expect(await payloadsOf(key)).toHaveLength(1);
  const failing = inTenant(acme.admin.scope, async (tx) => {
    await enqueue(tx, "claim-batch", {}, { key: undone });
    throw new Error("undo");
  });
  await expect(failing).rejects.toThrow("undo");
  expect(await payloadsOf(undone)).toEqual([]);
});

/** The jobs of a key that a worker may take now. */
async function ready(key: string): Promise<{ id: string }[]> {
  return database.sql`
    select id from graphile_worker._private_jobs where key = ${key} and is_available and run_at <= now()`;
}

/** A worker takes the job that waits under a key, as the runner does. */
async function takeJob(key: string, worker: postgres.ISql = database.sql): Promise<string> {
  const [taken] = await worker`
    update graphile_worker._private_jobs set attempts = attempts + 1, locked_by = 'worker', locked_at = now()
    where key = ${key} and is_available returning id`;
  return String(taken?.id);
}

/** Resolves once somebody in this database waits for a row that another transaction holds. */
function somebodyWaits(): Promise<boolean> {
  return eventually("a wish to wait", async () => {
    const waiting = await database.sql`
      select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    return waiting.length > 0;
  });
}

it("writes the wish anew when a worker is just taking the job that waited under its key", async () => {
  const key = randomUUID();
  const wish = () => inTenant(acme.admin.scope, (tx) => enqueue(tx, "claim-batch", {}, { key }));
  await wish();
  const [waiting] = await ready(key);
  let wishing = Promise.resolve();
  await database.sql.begin(async (worker) => {
    // Not yet committed when the wish comes.
    await takeJob(key, worker);
    wishing = wish();
    await somebodyWaits();
  });
  await wishing;
  const now = await ready(key);
  expect(now).toHaveLength(1);
  expect(now[0]?.id).not.toBe(waiting?.id);
});

it("a job that asks to run again takes its old key, later and with its tries counted", async () => {
  const key = randomUUID();
  await inPlatform(scope, (tx) => enqueue(tx, "claim-batch", {}, { key }));
  const after = await takeJob(key);
  const runAt = new Date(Date.now() + 60_000);
  await inPlatform(scope, (tx) => enqueue(tx, "claim-batch", {}, { key, runAt, tries: 3, after }));
  expect(await payloadsOf(key)).toEqual([{ tries: 3 }]);
  expect(await ready(key)).toEqual([]);
});

it("a newer wish, written while the job ran, is not put off by it", async () => {
  const key = randomUUID();
  await inPlatform(scope, (tx) => enqueue(tx, "claim-batch", {}, { key }));
  const after = await takeJob(key);
  const runAt = new Date(Date.now() + 60_000);
  const again = () =>
    inPlatform(scope, (tx) => enqueue(tx, "claim-batch", {}, { key, runAt, tries: 3, after }));
  let asking = Promise.resolve();
  await inPlatform(scope, async (tx) => {
    await enqueue(tx, "claim-batch", {}, { key });
    // Not yet committed when the old job asks to run again.
    asking = again();
    await somebodyWaits();
  });
  await asking;
  expect([await payloadsOf(key), await ready(key)]).toEqual([[{}], [expect.anything()]]);
  const newer = await takeJob(key);
  await again();
  expect(await database.sql`select id from graphile_worker._private_jobs where key = ${key}`).toEqual([
    { id: newer },
  ]);
});

it("what people wait for runs before what admins ask for, and that before what has time", async () => {
  const runAt = new Date(0);
  const names: JobName[] = ["check-password", "reconcile-identity", "invite", "send-letter", "perform-bulk"];
  const [tenantId, id] = [acme.id, randomUUID()];
  const payload = { tenantId, invitationId: id, userId: id, letterId: id, actId: id };
  for (const name of names)
    await inPlatform(scope, (tx) => enqueue(tx, name, payload, { key: `${name}:${id}`, runAt }));
  const order = await database.sql`
    select task_identifier as name from graphile_worker.jobs where key like ${`%:${id}`} order by priority, id`;
  expect(order.map(({ name }) => name)).toEqual([
    "invite",
    "reconcile-identity",
    "perform-bulk",
    "check-password",
    "send-letter",
  ]);
});

it.each(["tenant", "platform"] as const)("refuses a name it does not know from %s", async (role) => {
  const wish = asRole(
    app,
    { role, tenant: acme.id },
    (tx) => tx`select jobs.enqueue('drop-everything', '{}')`,
  );
  await expect(wish).rejects.toThrow(/no job is called drop-everything/);
});

it("fails without a role, and while app.tenant is garbage", async () => {
  const wish = (tx: postgres.TransactionSql) => tx`select jobs.enqueue('claim-batch', '{}')`;
  await expect(asRole(app, { role: null }, wish)).rejects.toThrow(/permission denied/);
  await expect(asRole(app, { role: "tenant", tenant: "nobody" }, wish)).rejects.toThrow(
    /invalid input syntax/,
  );
});

it("runs with a pinned search path, so that nobody's objects stand in front of the queue's", async () => {
  const [made] = await database.sql`
    select prosecdef, proconfig from pg_proc where oid = 'jobs.enqueue'::regproc`;
  expect(made).toEqual({ prosecdef: true, proconfig: ["search_path=pg_catalog, pg_temp"] });
});

it.each(["tenant", "platform"] as const)("is the only way into the queue for %s", async (role) => {
  const straight = asRole(
    app,
    { role, tenant: acme.id },
    (tx) => tx`select graphile_worker.add_job('claim-batch')`,
  );
  await expect(straight).rejects.toThrow(/permission denied/);
});
