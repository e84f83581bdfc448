import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope, mintTenantScope } from "@/db/mint-scope";
import { awaitQuiet } from "@/db/testing/await-quiet";
import { openPortal } from "@/db/testing/open-portal";
import { plantTenant } from "@/db/testing/plant-tenant";
import {
  type Newcomer,
  plantNewcomer,
  plantWaitingTenant,
  type WaitingTenant,
} from "@/db/testing/plant-waiting-tenant";
import { portalEnvironment } from "@/db/testing/portal-environment";
import { packWorker, type WorkerPress } from "@/db/testing/start-worker";
import { listOwnSeats } from "@/db/viewers";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { toViewer } from "@/lib/access/to-viewer";
import { addSample } from "@/lib/analytics/datasets/add-sample";
import { beginUpload } from "@/lib/analytics/datasets/begin-upload";
import { bringSample } from "@/lib/analytics/datasets/bring-sample";
import { deleteDataset, undeleteDataset } from "@/lib/analytics/datasets/change-dataset";
import { checkUpload } from "@/lib/analytics/datasets/check-upload";
import { followSample } from "@/lib/analytics/datasets/follow-sample";
import { listOwnDatasets } from "@/lib/analytics/datasets/list-datasets";
import { receiveUpload } from "@/lib/analytics/datasets/receive-upload";
import { bringIn } from "@/lib/analytics/testing/bring-in";
import { env } from "@/lib/base/env";
import type { PageRequest } from "@/lib/base/page";
import { activate } from "@/lib/onboarding/activate";

const job = mintPlatformScope({ kind: "job", name: "bring-sample" });
const database = openPortal();
let workers: WorkerPress;
beforeAll(async () => {
  workers = await packWorker();
});
afterEach(async () => {
  await database.sql`delete from graphile_worker._private_jobs`;
});
afterAll(async () => {
  workers.clear();
});

/** The first sign-in of somebody, as /welcome does it. */
async function signIn({ userId, mailbox }: Newcomer) {
  const at = new Date();
  const session = { authenticatedAt: at, sessionCreatedAt: at, sessionLastSeenAt: at, isNewSession: false };
  const user = { userId, mailbox, provedAt: at, passwordReplacedAt: at, isStaff: false };
  const seats = await inPlatform(job, (tx) => listOwnSeats(tx, userId));
  return activate(toViewer("session", { ...user, ...session }, seats));
}

function callerOf(tenant: WaitingTenant, { seatId, userId, mailbox }: Newcomer): TenantCaller {
  const scope = mintTenantScope(tenant.id, { kind: "person", userId, name: "Nora New" });
  return {
    scope,
    seatId,
    userId,
    mailbox,
    name: "Nora New",
    role: "admin",
    slug: tenant.slug,
    tenantName: tenant.name,
  };
}

/** Whether a sample was wished for, and the tenant is told that it is on its way. */
async function isWished(tenantId: string): Promise<boolean> {
  const [row] = await database.sql<{ awaited: boolean; jobs: number }[]>`
    select sample_awaited as awaited, (select count(*)::int from graphile_worker._private_jobs
      where key = ${`bring-sample:${tenantId}`}) as jobs from tenants where id = ${tenantId}`;
  expect(row?.jobs).toBe(row?.awaited ? 1 : 0);
  return row?.awaited === true;
}

/** Brings in a file of one's own: as a new dataset, or as a version of one. */
async function send(admin: TenantCaller, datasetId: string | null) {
  const bytes = Buffer.from("a,b\n1,2\n");
  const own = { datasetId, name: "Ours", fileName: "ours.csv", bytes: bytes.length };
  const begun = await beginUpload(admin, own);
  if (!begun.ok) throw new Error(begun.reason);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const sent = { body: Readable.from([bytes]), contentLength: bytes.length, sha256 };
  expect(await receiveUpload(admin, begun.versionId, sent)).toEqual({ ok: true });
  return { tenantId: admin.scope.tenantId, versionId: begun.versionId };
}

/** Works until nothing is left. */
async function work(): Promise<void> {
  const worker = await workers.start(portalEnvironment(database.urls));
  try {
    await awaitQuiet(database.sql);
  } finally {
    await worker.stop();
  }
}

it("the first admin who comes in finds sample data, without a press and marked; once it is removed none comes again", {
  timeout: 120_000,
}, async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  const admin = callerOf(tenant, nora);
  const signedIn = await Promise.all([signIn(nora), signIn(nora)]);
  expect(signedIn).toContainEqual({ ok: true, activated: 1 });
  expect(await followSample(admin)).toEqual({ kind: "on-its-way" });
  await work();
  const { datasets } = await listOwnDatasets(admin, { cursor: null, limit: 10 });
  expect(datasets.rows).toMatchObject([
    { dataset: { name: "Sample orders", isSample: true, createdBy: nora.seatId }, current: { rows: 20_350 } },
  ]);
  const [datasetId = ""] = datasets.rows.map(({ dataset }) => dataset.id);
  expect(await followSample(admin)).toEqual({
    kind: "ready",
    datasetId,
    hasOwnData: false,
    uses: { charts: [], dashboards: [] },
  });
  expect(await followSample({ ...admin, role: "viewer" })).toEqual({ kind: "none" });
  const log = await database.sql`
    select verb, actor ->> 'kind' as actor from audit where subject = ${datasetId} order by id`;
  expect(log.map(({ verb, actor }) => `${verb} by ${actor}`)).toEqual([
    "dataset.announced by job",
    "dataset.uploaded by job",
    "dataset.checked by job",
    "dataset.imported by job",
    "dataset.switched by job",
  ]);
  expect(await isWished(tenant.id)).toBe(false);

  expect(await deleteDataset(admin, datasetId)).toEqual({ ok: true, hadData: true });
  expect(await followSample(admin)).toEqual({ kind: "none" });
  await signIn(await plantNewcomer(database.sql, tenant.id, "admin"));
  await signIn(nora);
  expect(await isWished(tenant.id)).toBe(false);
  await bringSample(job, { tenantId: tenant.id, seatId: nora.seatId });
  const [{ count } = { count: 0 }] = await database.sql<{ count: number }[]>`
    select count(*)::int from datasets where tenant_id = ${tenant.id}`;
  expect(count).toBe(1);
  expect(await undeleteDataset(admin, datasetId)).toEqual({ ok: true });
  expect(await followSample(admin)).toMatchObject({ kind: "ready" });
});

it("nobody but the first admin brings a sample, and none comes where data is or was", async () => {
  const old = await plantTenant(database.sql, 20);
  await signIn(await plantNewcomer(database.sql, old.id, "admin"));
  expect(await isWished(old.id), "a tenant whose admin was in before there were samples").toBe(false);

  const waiting = await plantWaitingTenant(database.sql);
  const reader = await plantNewcomer(database.sql, waiting.id, "editor");
  await signIn(reader);
  expect(await isWished(waiting.id), "somebody who reads").toBe(false);

  const first = await plantNewcomer(database.sql, waiting.id, "admin");
  await database.sql`
    insert into datasets (id, tenant_id, name, created_by, deleted_at)
    values (gen_random_uuid(), ${waiting.id}, 'Gone', ${reader.seatId}, now())`;
  await signIn(first);
  expect(await isWished(waiting.id), "data that was deleted").toBe(false);
});

it("a first admin who was removed and restored, or whose account was lost, brings none a second time", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  await signIn(nora);
  expect(await isWished(tenant.id)).toBe(true);
  await database.sql`delete from graphile_worker._private_jobs`;
  await database.sql`update tenants set sample_awaited = false, seats_active = 0 where id = ${tenant.id}`;
  // As the portal leaves a seat whose account Auth0 lost, once its holder has walked in anew.
  await database.sql`update seats set stage = 'verified', activated_at = null where id = ${nora.seatId}`;
  expect(await signIn(nora)).toEqual({ ok: true, activated: 1 });
  expect(await isWished(tenant.id)).toBe(false);
  await database.sql`
    update seats set stage = 'released', released_at = now(), release_reason = 'removed' where id = ${nora.seatId}`;
  await signIn(await plantNewcomer(database.sql, tenant.id, "admin"));
  expect(await isWished(tenant.id)).toBe(false);
});

it("an operator who turned samples off has none wished for; the press is still there", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  const settings = env();
  settings.ANALYTICS_SAMPLE = "off";
  try {
    expect(await signIn(nora)).toEqual({ ok: true, activated: 1 });
  } finally {
    settings.ANALYTICS_SAMPLE = "on";
  }
  expect(await isWished(tenant.id)).toBe(false);
  expect(await addSample(callerOf(tenant, nora))).toMatchObject({ ok: true });
});

it("two workers at once bring one sample, and who brought in own data meanwhile gets none", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  await signIn(nora);
  const at = { tenantId: tenant.id, seatId: nora.seatId };
  const outcomes = await Promise.all([bringSample(job, at), bringSample(job, at), bringSample(job, at)]);
  expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  const versions = await database.sql`
    select status from dataset_versions where tenant_id = ${tenant.id}`;
  expect([...versions]).toEqual([{ status: "checking" }]);

  const quick = await plantWaitingTenant(database.sql);
  const owner = await plantNewcomer(database.sql, quick.id, "admin");
  await signIn(owner);
  const own = { datasetId: null, name: "Ours", fileName: "ours.csv", bytes: 5 };
  expect(await beginUpload(callerOf(quick, owner), own)).toMatchObject({ ok: true });
  expect(await bringSample(job, { tenantId: quick.id, seatId: owner.seatId })).toEqual({ ok: true });
  const names = await database.sql`select name from datasets where tenant_id = ${quick.id}`;
  expect([...names]).toEqual([{ name: "Ours" }]);
  expect(await followSample(callerOf(quick, owner))).toEqual({ kind: "none" });
});

it("the sample takes its tenant's share like any file, and is not waited for where it does not fit", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  await signIn(nora);
  const settings = env();
  const { ANALYTICS_TENANT_MEGABYTES } = settings;
  settings.ANALYTICS_TENANT_MEGABYTES = 1;
  try {
    expect(await bringSample(job, { tenantId: tenant.id, seatId: nora.seatId })).toEqual({ ok: true });
  } finally {
    settings.ANALYTICS_TENANT_MEGABYTES = ANALYTICS_TENANT_MEGABYTES;
  }
  expect(await database.sql`select 1 from datasets where tenant_id = ${tenant.id}`).toHaveLength(0);
  expect(await followSample(callerOf(tenant, nora))).toEqual({ kind: "none" });
});

it("the wish is written with the sign-in or not at all", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  // The tenant's count of who is in is the last that a sign-in writes.
  await database.sql.unsafe(`
    create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$;
    create trigger refuse before update of seats_active on tenants for each row
      when (new.id = '${tenant.id}' and new.seats_active > old.seats_active) execute function refuse()`);
  await expect(signIn(nora)).rejects.toThrow();
  expect(await isWished(tenant.id)).toBe(false);
  await database.sql.unsafe("drop trigger refuse on tenants");
  await signIn(nora);
  expect(await isWished(tenant.id)).toBe(true);
});

it("a person's own file goes before every sample that waits, at each of its steps", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = await plantNewcomer(database.sql, tenant.id, "admin");
  await signIn(nora);
  await addSample(callerOf(tenant, nora));
  await send(callerOf(tenant, nora), null);
  const order = await database.sql`
    select task_identifier as name from graphile_worker.jobs order by priority, run_at, id`;
  expect(order.map(({ name }) => name)).toEqual(["check-upload", "bring-sample", "check-sample"]);
});

it("own datasets stand before the sample, whichever is newer and on whichever page", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = callerOf(tenant, await plantNewcomer(database.sql, tenant.id, "admin"));
  const own = { datasetId: null, fileName: "ours.csv", bytes: 5 };
  await beginUpload(nora, { ...own, name: "Older" });
  await addSample(nora);
  await beginUpload(nora, { ...own, name: "Newer" });
  const expected = ["Newer", "Older", "Sample orders"];
  const names: string[] = [];
  let cursor: PageRequest["cursor"] = null;
  for (let pages = 0; pages < expected.length; pages += 1) {
    const { datasets } = await listOwnDatasets(nora, { cursor, limit: 1 });
    const [listed] = datasets.rows;
    if (listed === undefined) throw new Error(`page ${pages} is empty`);
    expect(datasets.hasNext).toBe(pages < expected.length - 1);
    names.push(listed.dataset.name);
    cursor = { id: listed.dataset.id, direction: "after" };
  }
  expect(names).toEqual(expected);
  const back = await listOwnDatasets(nora, {
    cursor: cursor && { ...cursor, direction: "before" },
    limit: 1,
  });
  expect(back.datasets.rows.map(({ dataset }) => dataset.name)).toEqual(["Older"]);
});

it("a file of people's own that becomes a version of the sample is asked about like any other", async () => {
  const tenant = await plantWaitingTenant(database.sql);
  const nora = callerOf(tenant, await plantNewcomer(database.sql, tenant.id, "admin"));
  const sample = await addSample(nora);
  if (!sample.ok) throw new Error(sample.reason);
  const at = await send(nora, sample.datasetId);
  expect(await checkUpload(job, at)).toEqual({ ok: true });
  const [version] = await database.sql`select n, status from dataset_versions where id = ${at.versionId}`;
  expect(version).toEqual({ n: 2, status: "needs-input" });
  await bringIn(job, nora, "a,b\nx,1\n", { datasetId: sample.datasetId });
  // Nobody says of it that it is made up, or offers to take it away as such.
  expect(await followSample(nora)).toEqual({ kind: "none" });
});
