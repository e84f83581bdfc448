import { and, asc, desc, eq, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { onlyRow } from "./rows";
import { datasetColumns, datasets, datasetVersions } from "./schema/datasets";

export type Dataset = typeof datasets.$inferSelect;
export type DatasetVersion = typeof datasetVersions.$inferSelect;
export type VersionStatus = DatasetVersion["status"];

/** A dataset as lists show it: what is asked now, and the version that was brought in last. */
export type ListedDataset = {
  dataset: Dataset;
  current: Pick<DatasetVersion, "rows" | "readyAt" | "storedBytes"> | null;
  latest: Pick<DatasetVersion, "id" | "status" | "n">;
};

/** One page of the datasets that are not deleted, the newest first. */
export async function listDatasets(tx: TenantTx, page: PageRequest): Promise<Page<ListedDataset>> {
  const key = sql`(${datasets.createdAt}, ${datasets.id})`;
  const keyOf = (id: string) =>
    sql`select d.created_at, d.id from datasets d where d.tenant_id = ${tx.scope.tenantId} and d.id = ${id}`;
  const rows = await tx.sql
    .select()
    .from(datasets)
    .where(and(own(tx), isNull(datasets.deletedAt), beyond(page, key, keyOf, "descending")))
    .orderBy(...pageOrder(page, [datasets.createdAt, datasets.id], "descending"))
    .limit(page.limit + 1);
  const listed = toPage(page, rows);
  return { ...listed, rows: await withVersions(tx, listed.rows) };
}

async function withVersions(tx: TenantTx, rows: Dataset[]): Promise<ListedDataset[]> {
  if (rows.length === 0) return [];
  const versions = await tx.sql
    .select()
    .from(datasetVersions)
    .where(
      and(
        eq(datasetVersions.tenantId, tx.scope.tenantId),
        inArray(
          datasetVersions.datasetId,
          rows.map(({ id }) => id),
        ),
      ),
    )
    .orderBy(asc(datasetVersions.n));
  return rows.flatMap((dataset) => {
    const ofIt = versions.filter(({ datasetId }) => datasetId === dataset.id);
    const latest = ofIt.at(-1);
    const current = ofIt.find(({ id }) => id === dataset.currentVersionId) ?? null;
    return latest === undefined ? [] : [{ dataset, current, latest }];
  });
}

/** Datasets that were deleted and can still be had back, the one deleted last first. */
export async function listDeletedDatasets(tx: TenantTx, most: number): Promise<Dataset[]> {
  return tx.sql
    .select()
    .from(datasets)
    .where(
      and(own(tx), sql`${datasets.deletedAt} is not null`, sql`${datasets.currentVersionId} is not null`),
    )
    .orderBy(desc(datasets.deletedAt))
    .limit(most);
}

/** How much of its share a tenant has used: datasets that are not deleted, and the bytes of all files that are kept. */
export async function measureDatasets(tx: TenantTx): Promise<{ datasets: number; bytes: number }> {
  const rows = await tx.sql.execute<{ datasets: number; bytes: string }>(sql`
    select (select count(*)::int from datasets where tenant_id = ${tx.scope.tenantId} and deleted_at is null) as datasets,
      (select coalesce(sum(coalesce(stored_bytes, source_bytes)), 0) from dataset_versions
        where tenant_id = ${tx.scope.tenantId} and cleared_at is null and status <> 'failed') as bytes`);
  const { datasets: count, bytes } = onlyRow(rows);
  return { datasets: count, bytes: Number(bytes) };
}

/** One dataset that is not deleted. */
export async function readDataset(tx: TenantTx, id: string): Promise<Dataset | null> {
  const rows = await tx.sql
    .select()
    .from(datasets)
    .where(and(own(tx), eq(datasets.id, id), isNull(datasets.deletedAt)));
  return rows[0] ?? null;
}

/** Adds a dataset without a version. False when another one has its name. */
export async function insertDataset(
  tx: TenantTx,
  dataset: Pick<Dataset, "id" | "name" | "createdBy" | "isSample">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(datasets)
    .values({ ...dataset, tenantId: tx.scope.tenantId })
    .onConflictDoNothing()
    .returning({ id: datasets.id });
  return rows.length > 0;
}

/** Adds the next version of a dataset; the tenant's row is held, so that numbers follow each other. */
export async function insertVersion(
  tx: TenantTx,
  version: Pick<DatasetVersion, "id" | "datasetId" | "format" | "sourceName" | "sourceBytes" | "createdBy">,
): Promise<void> {
  const n = sql`(select coalesce(max(n), 0) + 1 from dataset_versions
    where tenant_id = ${tx.scope.tenantId} and dataset_id = ${version.datasetId})`;
  await tx.sql.insert(datasetVersions).values({ ...version, tenantId: tx.scope.tenantId, n });
}

/** One version with its dataset, unless that was deleted. */
export async function readVersion(
  tx: TenantTx,
  id: string,
): Promise<{ dataset: Dataset; version: DatasetVersion } | null> {
  const rows = await tx.sql
    .select({ dataset: datasets, version: datasetVersions })
    .from(datasetVersions)
    .innerJoin(
      datasets,
      and(eq(datasets.tenantId, datasetVersions.tenantId), eq(datasets.id, datasetVersions.datasetId)),
    )
    .where(
      and(
        eq(datasetVersions.tenantId, tx.scope.tenantId),
        eq(datasetVersions.id, id),
        isNull(datasets.deletedAt),
      ),
    );
  return rows[0] ?? null;
}

/** The same for a job, which names the tenant; a deleted dataset's too. */
export async function findVersion(
  tx: TenantTx | PlatformTx,
  at: { tenantId: string; versionId: string },
): Promise<{ dataset: Dataset; version: DatasetVersion } | null> {
  const rows = await tx.sql
    .select({ dataset: datasets, version: datasetVersions })
    .from(datasetVersions)
    .innerJoin(
      datasets,
      and(eq(datasets.tenantId, datasetVersions.tenantId), eq(datasets.id, datasetVersions.datasetId)),
    )
    .where(and(eq(datasetVersions.tenantId, at.tenantId), eq(datasetVersions.id, at.versionId)));
  return rows[0] ?? null;
}

type Change = Partial<
  Omit<DatasetVersion, "id" | "tenantId" | "datasetId" | "n" | "createdAt" | "createdBy">
>;

/** Moves a version on from where it is expected to be. Whether it was there. */
export async function moveVersion(
  tx: TenantTx | PlatformTx,
  at: { tenantId: string; versionId: string },
  from: VersionStatus[],
  change: Change,
): Promise<boolean> {
  const rows = await tx.sql
    .update(datasetVersions)
    .set(change)
    .where(
      and(
        eq(datasetVersions.tenantId, at.tenantId),
        eq(datasetVersions.id, at.versionId),
        inArray(datasetVersions.status, from),
      ),
    )
    .returning({ id: datasetVersions.id });
  return rows.length > 0;
}

/** Makes a version the one that is asked, unless its dataset has one that is newer. */
export async function switchVersion(
  tx: TenantTx | PlatformTx,
  at: { tenantId: string; datasetId: string; versionId: string },
): Promise<boolean> {
  const rows = await tx.sql.execute<{ id: string }>(sql`
    update datasets d set current_version_id = ${at.versionId}
    where d.tenant_id = ${at.tenantId} and d.id = ${at.datasetId}
      and coalesce((select v.n from dataset_versions v where v.tenant_id = d.tenant_id and v.id = d.current_version_id), 0)
        < (select v.n from dataset_versions v where v.tenant_id = d.tenant_id and v.id = ${at.versionId})
    returning d.id`);
  return rows.length > 0;
}

export type NewColumn = typeof datasetColumns.$inferInsert;

/** Writes down what a version that has become ready holds. */
export async function insertColumns(tx: PlatformTx, columns: NewColumn[]): Promise<void> {
  await tx.sql.insert(datasetColumns).values(columns);
}

/** Every name that a column of the dataset has or had, with the id that stays with it; the latest version's first. */
export async function listKnownColumns(
  tx: TenantTx | PlatformTx,
  at: { tenantId: string; datasetId: string },
): Promise<{ name: string; cid: string }[]> {
  return tx.sql
    .select({ name: datasetColumns.name, cid: datasetColumns.cid })
    .from(datasetColumns)
    .innerJoin(
      datasetVersions,
      and(
        eq(datasetVersions.tenantId, datasetColumns.tenantId),
        eq(datasetVersions.id, datasetColumns.versionId),
      ),
    )
    .where(and(eq(datasetVersions.tenantId, at.tenantId), eq(datasetVersions.datasetId, at.datasetId)))
    .orderBy(desc(datasetVersions.n), asc(datasetColumns.ord));
}

/** Gives a dataset another name. `taken`: another one has it. */
export async function renameDataset(
  tx: TenantTx,
  id: string,
  name: string,
): Promise<"renamed" | "taken" | "gone"> {
  const taken = await tx.sql
    .select({ id: datasets.id })
    .from(datasets)
    .where(and(own(tx), isNull(datasets.deletedAt), sql`lower(${datasets.name}) = lower(${name})`));
  if (taken.some((other) => other.id !== id)) return "taken";
  const rows = await tx.sql
    .update(datasets)
    .set({ name })
    .where(and(own(tx), eq(datasets.id, id), isNull(datasets.deletedAt)))
    .returning({ id: datasets.id });
  return rows.length > 0 ? "renamed" : "gone";
}

/** Deletes a dataset; its files stay until they are cleared away. Whether it was still there. */
export async function markDatasetDeleted(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.sql
    .update(datasets)
    .set({ deletedAt: sql`now()` })
    .where(and(own(tx), eq(datasets.id, id), isNull(datasets.deletedAt)))
    .returning({ id: datasets.id });
  return rows.length > 0;
}

/** Takes a deletion back, under the old name unless another dataset has it now. */
export async function restoreDataset(tx: TenantTx, id: string): Promise<"restored" | "taken" | "gone"> {
  const rows = await tx.sql.execute<{ name: string; isTaken: boolean }>(sql`
    select d.name, exists (select 1 from datasets o where o.tenant_id = d.tenant_id and o.deleted_at is null
      and lower(o.name) = lower(d.name)) as "isTaken"
    from datasets d where d.tenant_id = ${tx.scope.tenantId} and d.id = ${id} and d.deleted_at is not null`);
  const row = rows[0];
  if (row === undefined) return "gone";
  if (row.isTaken) return "taken";
  await tx.sql
    .update(datasets)
    .set({ deletedAt: null })
    .where(and(own(tx), eq(datasets.id, id)));
  return "restored";
}

/** Versions whose files nobody can ask for any more; the platform clears them away. */
export async function listClearable(
  tx: PlatformTx,
  {
    keptVersions,
    deletedDays,
    uploadHours,
  }: { keptVersions: number; deletedDays: number; uploadHours: number },
  most: number,
): Promise<{ tenantId: string; versionId: string; storageKey: string | null }[]> {
  return tx.sql.execute<{ tenantId: string; versionId: string; storageKey: string | null }>(sql`
    select v.tenant_id as "tenantId", v.id as "versionId", v.storage_key as "storageKey"
    from dataset_versions v join datasets d on d.tenant_id = v.tenant_id and d.id = v.dataset_id
    where v.cleared_at is null and (
      d.deleted_at < now() - make_interval(days => ${deletedDays})
      or v.status = 'failed'
      or (v.status = 'uploading' and v.created_at < now() - make_interval(hours => ${uploadHours}))
      or (v.status = 'ready' and v.id <> d.current_version_id and v.n <= (
        select max(r.n) - ${keptVersions} from dataset_versions r
        where r.tenant_id = v.tenant_id and r.dataset_id = v.dataset_id and r.status = 'ready')))
    limit ${most}`);
}

/** Notes that a version's files are gone. */
export async function noteCleared(
  tx: PlatformTx,
  at: { tenantId: string; versionId: string },
): Promise<void> {
  await tx.sql
    .update(datasetVersions)
    .set({ clearedAt: sql`now()`, proposal: null, rejects: null })
    .where(and(eq(datasetVersions.tenantId, at.tenantId), eq(datasetVersions.id, at.versionId)));
}

/** Uploads that were announced long ago and never came, told as failed. */
export async function failStaleUploads(tx: PlatformTx, hours: number): Promise<void> {
  await tx.sql
    .update(datasetVersions)
    .set({ status: "failed", errorCode: "upload_missing" })
    .where(
      and(
        eq(datasetVersions.status, "uploading"),
        lt(datasetVersions.createdAt, sql`now() - make_interval(hours => ${hours})`),
      ),
    );
}

function own(tx: TenantTx): SQL {
  return eq(datasets.tenantId, tx.scope.tenantId);
}
