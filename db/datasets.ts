import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { onlyRow } from "./rows";
import { datasets, datasetVersions } from "./schema/datasets";

export type Dataset = typeof datasets.$inferSelect;
export type DatasetVersion = typeof datasetVersions.$inferSelect;

/** A dataset as lists show it: what is asked now, and the version that was brought in last. */
export type ListedDataset = {
  dataset: Dataset;
  current: Pick<DatasetVersion, "rows" | "readyAt" | "storedBytes"> | null;
  latest: Pick<DatasetVersion, "id" | "status" | "n">;
};

/** One page of the datasets that are not deleted, the newest first and samples behind them all. */
export async function listDatasets(tx: TenantTx, page: PageRequest): Promise<Page<ListedDataset>> {
  const isOwn = sql`(not ${datasets.isSample})`;
  const key = sql`(${isOwn}, ${datasets.createdAt}, ${datasets.id})`;
  const keyOf = (id: string) =>
    sql`select not d.is_sample, d.created_at, d.id from datasets d where d.tenant_id = ${tx.scope.tenantId} and d.id = ${id}`;
  const rows = await tx.sql
    .select()
    .from(datasets)
    .where(and(own(tx), isNull(datasets.deletedAt), beyond(page, key, keyOf, "descending")))
    .orderBy(...pageOrder(page, [isOwn, datasets.createdAt, datasets.id], "descending"))
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
export async function listDeletedDatasets(tx: TenantTx, days: number, most: number): Promise<Dataset[]> {
  return tx.sql
    .select()
    .from(datasets)
    .where(
      and(
        own(tx),
        sql`${datasets.deletedAt} > now() - make_interval(days => ${days})`,
        sql`${datasets.currentVersionId} is not null`,
      ),
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

/**
 * Gives a dataset another name, while the tenant's row is held. `taken`: another one has it.
 * @returns the name that it had before
 */
export async function renameDataset(
  tx: TenantTx,
  id: string,
  name: string,
): Promise<{ before: string } | "taken" | "gone"> {
  const found = await tx.sql
    .select({ id: datasets.id, name: datasets.name })
    .from(datasets)
    .where(
      and(
        own(tx),
        isNull(datasets.deletedAt),
        or(eq(datasets.id, id), sql`lower(${datasets.name}) = lower(${name})`),
      ),
    );
  const before = found.find((one) => one.id === id)?.name;
  if (before === undefined) return "gone";
  if (found.length > 1) return "taken";
  const rows = await tx.sql
    .update(datasets)
    .set({ name })
    .where(and(own(tx), eq(datasets.id, id), isNull(datasets.deletedAt)))
    .returning({ id: datasets.id });
  return rows.length > 0 ? { before } : "gone";
}

/** Deletes a dataset; its files stay until they are cleared away. Null when it was not there any more. */
export async function markDatasetDeleted(tx: TenantTx, id: string): Promise<{ hadData: boolean } | null> {
  const rows = await tx.sql
    .update(datasets)
    .set({ deletedAt: sql`now()` })
    .where(and(own(tx), eq(datasets.id, id), isNull(datasets.deletedAt)))
    .returning({ versionId: datasets.currentVersionId });
  const row = rows[0];
  return row === undefined ? null : { hadData: row.versionId !== null };
}

/** Takes a deletion of the last days back, under the old name unless another dataset has it now; not of what never came to be. */
export async function restoreDataset(
  tx: TenantTx,
  id: string,
  days: number,
): Promise<"restored" | "taken" | "gone"> {
  const rows = await tx.sql.execute<{ name: string; isTaken: boolean }>(sql`
    select d.name, exists (select 1 from datasets o where o.tenant_id = d.tenant_id and o.deleted_at is null
      and lower(o.name) = lower(d.name)) as "isTaken"
    from datasets d where d.tenant_id = ${tx.scope.tenantId} and d.id = ${id}
      and d.current_version_id is not null and d.deleted_at > now() - make_interval(days => ${days})`);
  const row = rows[0];
  if (row === undefined) return "gone";
  if (row.isTaken) return "taken";
  await tx.sql
    .update(datasets)
    .set({ deletedAt: null })
    .where(and(own(tx), eq(datasets.id, id)));
  return "restored";
}

function own(tx: TenantTx): SQL {
  return eq(datasets.tenantId, tx.scope.tenantId);
}
