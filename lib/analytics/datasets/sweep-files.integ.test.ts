import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { mintPlatformScope } from "@/db/mint-scope";
import { openPortal } from "@/db/testing/open-portal";
import { type PlantedTenant, plantTenant } from "@/db/testing/plant-tenant";
import { DAY_MS, HOUR_MS } from "@/lib/base/clock";
import type { FileStore } from "../file-store";
import { storeHere, uploadPaths } from "../store-here";
import { announce, bringIn, send, sent } from "../testing/bring-in";
import { listKeys } from "../testing/list-keys";
import { clearFiles } from "./clear-files";
import { importVersion } from "./import-version";
import { receiveUpload } from "./receive-upload";
import { storedKey } from "./stored-key";
import { sweepFiles } from "./sweep-files";

const job = mintPlatformScope({ kind: "job", name: "sweep" });
const database = openPortal();
let acme: PlantedTenant;
let store: FileStore;
beforeAll(async () => {
  store = storeHere();
  acme = await plantTenant(database.sql, 10);
});

const longAgo = new Date(Date.now() - DAY_MS - HOUR_MS);
const lately = new Date(Date.now() - DAY_MS + HOUR_MS);

async function plantFile(path: string, at: Date): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, "rows");
  await utimes(path, at, at);
}

const plantStored = (key: string, at = longAgo) => plantFile(store.locate(key), at);

/** A file under a key of a version's, as one that was put there and never named. */
const otherKey = (tenantId: string, datasetId: string, n: number) =>
  storedKey({ tenantId, datasetId, n }, randomUUID().replaceAll("-", ""));

it("a stored file that its version does not name goes after a day, and a named one stays however old", async () => {
  const { datasetId, tenantId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const [named = ""] = await listKeys(store, `t/${tenantId}/d/${datasetId}`);
  await utimes(store.locate(named), longAgo, longAgo);
  const [left, young] = [otherKey(tenantId, datasetId, 1), otherKey(tenantId, datasetId, 1)];
  await Promise.all([plantStored(left), plantStored(young, lately)]);
  await clearFiles(job);
  expect(await listKeys(store, `t/${tenantId}/d/${datasetId}`)).toEqual([named, young].sort());
});

it("files of versions that the database does not know stay: it may be restored from before them", async () => {
  const { datasetId, tenantId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const keys = [otherKey(tenantId, datasetId, 2), otherKey(randomUUID(), randomUUID(), 1)];
  for (const key of keys) await plantStored(key);
  const { source } = await uploadPaths(randomUUID());
  await plantFile(source, longAgo);
  await sweepFiles(job);
  expect([...keys.map((key) => store.locate(key)), source].filter((path) => !existsSync(path))).toEqual([]);
});

it("a version that is about to name its file keeps it, even when its worker was away for days", async () => {
  const content = "a,b\nx,1\n";
  const at = await send(job, acme.admin, content);
  const about = otherKey(at.tenantId, at.datasetId, 1);
  for (const status of ["needs-input", "importing", "needs-attention"]) {
    await database.sql`update dataset_versions set status = ${status} where id = ${at.versionId}`;
    await plantStored(about);
    await sweepFiles(job);
    expect(existsSync(store.locate(about)), status).toBe(true);
  }
  await database.sql`
    update dataset_versions set status = 'failed', error_code = 'import_crashed' where id = ${at.versionId}`;
  await sweepFiles(job);
  expect(existsSync(store.locate(about))).toBe(false);
});

it("what a worker left that was killed before it removed the files of a cleared version is swept up", async () => {
  const { datasetId, tenantId, versionId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const [key = ""] = await listKeys(store, `t/${tenantId}/d/${datasetId}`);
  await utimes(store.locate(key), longAgo, longAgo);
  await database.sql`update dataset_versions set cleared_at = now() where id = ${versionId}`;
  await sweepFiles(job);
  expect(existsSync(store.locate(key))).toBe(false);
});

it("files whose names are not ours stay", async () => {
  const theirs = ["t/notes.parquet", `t/${acme.id}/d/backup/v1-a.parquet`, "other/v1-a.parquet"];
  for (const key of theirs) await plantStored(key);
  await sweepFiles(job);
  expect(theirs.filter((key) => existsSync(store.locate(key)))).toEqual(theirs);
});

it("uploads that nobody waits for go after a day, and those of a version on its way stay", async () => {
  const content = "a,b\nx,1\n";
  const waits = await send(job, acme.admin, content);
  const begun = await announce(acme.admin, content);
  const done = await bringIn(job, acme.admin, content);
  const of = async ({ versionId }: { versionId: string }) => uploadPaths(versionId);
  const [ofWaiting, ofBegun, ofDone] = [await of(waits), await of(begun), await of(done)];
  const folder = dirname(ofDone.source);
  await utimes(ofWaiting.source, longAgo, longAgo);
  const gone = [ofBegun.part, ofDone.part, ofDone.source, `${ofDone.target}.scratch`];
  const kept = [ofWaiting.prepared, `${ofWaiting.prepared}.scratch`, join(folder, "readme.txt")];
  for (const path of [...gone, ...kept]) await plantFile(path, longAgo);
  const young = (await of(done)).source.replace(/file$/, "prepared");
  const growing = (await of(begun)).part;
  await Promise.all([plantFile(young, lately), plantFile(growing, lately)]);
  await sweepFiles(job);
  expect(gone.filter((path) => existsSync(path))).toEqual([]);
  const stay = [...kept, ofWaiting.source, young, growing];
  expect(stay.filter((path) => existsSync(path))).toEqual(stay);
  // The one that waits, and the one that was begun, go on as if nothing had been.
  expect(await receiveUpload(acme.admin, begun.versionId, sent(content))).toEqual({ ok: true });
  expect(existsSync((await of(begun)).source)).toBe(true);
});

it("a worker that was killed before it named its file begins anew, and what it left is swept up", async () => {
  const { datasetId, tenantId, versionId } = await bringIn(job, acme.admin, "a,b\nx,1\n");
  const [key = ""] = await listKeys(store, `t/${tenantId}/d/${datasetId}`);
  const again = await send(job, acme.admin, "a,b\ny,2\n", datasetId);
  await database.sql`
    update dataset_versions set status = 'importing', options = o.options
    from (select options from dataset_versions where id = ${versionId}) o where dataset_versions.id = ${again.versionId}`;
  const left = otherKey(tenantId, datasetId, 2);
  await plantStored(left);
  await sweepFiles(job);
  expect(await importVersion(job, again)).toEqual({ ok: true });
  await sweepFiles(job);
  const keys = await listKeys(store, `t/${tenantId}/d/${datasetId}`);
  expect(keys).toContain(key);
  expect(keys).toHaveLength(2);
  expect(keys).not.toContain(left);
});

it("100,000 files are looked through page by page: 500 that were given up go, and no other", async () => {
  const own = await plantTenant(database.sql, 5, "Many");
  const [datasets, versions] = [100, 1_000];
  for (let d = 0; d < datasets; d += 1) {
    const datasetId = randomUUID();
    await database.sql`
      insert into datasets (id, tenant_id, name, created_by)
      values (${datasetId}, ${own.id}, ${datasetId}, ${own.admin.seatId})`;
    await database.sql`
      insert into dataset_versions (id, tenant_id, dataset_id, n, status, error_code, format, storage_key, source_name, source_bytes, created_by)
      select gen_random_uuid(), ${own.id}, ${datasetId}, n,
        case when n > ${versions - 5} then 'failed' else 'ready' end,
        case when n > ${versions - 5} then 'import_crashed' end, 'csv',
        case when n <= ${versions - 5} then 't/' || ${own.id}::text || '/d/' || ${datasetId}::text || '/v' || n || '-a.parquet' end,
        'x', 1, ${own.admin.seatId}
      from generate_series(1, ${versions}) n`;
    const folder = store.locate(`t/${own.id}/d/${datasetId}`);
    await mkdir(folder, { recursive: true });
    await Promise.all(
      Array.from({ length: versions }, async (_, n) => {
        const path = join(folder, `v${n + 1}-a.parquet`);
        await writeFile(path, "");
        await utimes(path, longAgo, longAgo);
      }),
    );
  }
  const before = process.memoryUsage().rss;
  await sweepFiles(job);
  const grown = (process.memoryUsage().rss - before) / 1_048_576;
  const left = await Promise.all(
    (await readdir(store.locate(`t/${own.id}/d`))).map((name) =>
      readdir(store.locate(`t/${own.id}/d/${name}`)),
    ),
  );
  expect(left.flat()).toHaveLength(datasets * (versions - 5));
  expect(left.flat().some((name) => /v99[6-9]-|v1000-/.test(name))).toBe(false);
  expect(grown, "megabytes").toBeLessThan(100);
}, 180_000);
