import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import type { Dataset, DatasetVersion } from "./datasets";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { onlyRow } from "./rows";
import { datasetColumns, datasets, datasetVersions } from "./schema/datasets";

export type VersionStatus = DatasetVersion["status"];

/** Adds the next version of a dataset and answers its number; the tenant's row is held, so that numbers follow each other. */
export async function insertVersion(
  tx: TenantTx,
  version: Pick<DatasetVersion, "id" | "datasetId" | "format" | "sourceName" | "sourceBytes" | "createdBy">,
): Promise<number> {
  const n = sql`(select coalesce(max(n), 0) + 1 from dataset_versions
    where tenant_id = ${tx.scope.tenantId} and dataset_id = ${version.datasetId})`;
  const rows = await tx.sql
    .insert(datasetVersions)
    .values({ ...version, tenantId: tx.scope.tenantId, n })
    .returning({ n: datasetVersions.n });
  return onlyRow(rows).n;
}

/** One version of the scope's tenant with its dataset, unless that was deleted. */
export async function readVersion(
  tx: TenantTx,
  id: string,
): Promise<{ dataset: Dataset; version: DatasetVersion } | null> {
  const found = await findVersion(tx, { tenantId: tx.scope.tenantId, versionId: id });
  return found?.dataset.deletedAt === null ? found : null;
}

/** One version of a tenant with its dataset, whatever became of that. */
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

type Place = { tenantId: string; datasetId: string; versionId: string };

/** Whether a version is ready and newer than the one that is asked, so that it can take that one's place. */
export async function canTakePlace(tx: TenantTx | PlatformTx, at: Place): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from dataset_versions v
    join datasets d on d.tenant_id = v.tenant_id and d.id = v.dataset_id
    left join dataset_versions c on c.tenant_id = d.tenant_id and c.id = d.current_version_id
    where v.tenant_id = ${at.tenantId} and d.id = ${at.datasetId} and v.id = ${at.versionId}
      and v.status = 'ready' and v.cleared_at is null and v.n > coalesce(c.n, 0)`);
  return rows.length > 0;
}

/** Which version of a dataset is asked, and its number. Held: until the end no other takes its place, or is cleared away. */
export async function holdPlace(
  tx: TenantTx | PlatformTx,
  at: Pick<Place, "tenantId" | "datasetId">,
): Promise<{ versionId: string | null; before: number | null }> {
  const rows = await tx.sql.execute<{ versionId: string | null; before: number | null }>(sql`
    select d.current_version_id as "versionId",
      (select c.n from dataset_versions c where c.tenant_id = d.tenant_id and c.id = d.current_version_id) as before
    from datasets d where d.tenant_id = ${at.tenantId} and d.id = ${at.datasetId} for update`);
  return onlyRow(rows);
}

/**
 * Makes a version the one that is asked, if it can take that place.
 * @returns the number of the version before, which is null for the first one; null when nothing was switched
 */
export async function switchVersion(
  tx: TenantTx | PlatformTx,
  at: Place & { n: number },
): Promise<{ before: number | null } | null> {
  const { before } = await holdPlace(tx, at);
  if (!(await canTakePlace(tx, at))) return null;
  await tx.sql
    .update(datasets)
    // What people bring in over a sample is their own.
    .set({ currentVersionId: at.versionId, ...(at.n > 1 ? { isSample: false } : {}) })
    .where(and(eq(datasets.tenantId, at.tenantId), eq(datasets.id, at.datasetId)));
  return { before };
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
