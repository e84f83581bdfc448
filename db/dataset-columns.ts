import { and, asc, eq, isNull } from "drizzle-orm";
import type { ColumnKind } from "@/lib/base/column-kind";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { datasetColumns, datasets, datasetVersions } from "./schema/datasets";

export type DatasetColumn = {
  cid: string;
  name: string;
  kind: ColumnKind;
  scale: number;
  nulls: number;
  distinctEstimate: number;
  min: string | null;
  max: string | null;
};

/** A dataset that questions can be asked of: its current version, where that lies, and its columns in order. */
export type Askable = {
  datasetId: string;
  name: string;
  isSample: boolean;
  versionId: string;
  file: string;
  rows: number;
  readyAt: Date;
  columns: DatasetColumn[];
};

/** A dataset of the scope's tenant as it can be asked now; null when there is none, or nothing in it yet. */
export async function readAskable(tx: TenantTx, datasetId: string): Promise<Askable | null> {
  const found = await tx.sql
    .select({ dataset: datasets, version: datasetVersions })
    .from(datasets)
    .innerJoin(
      datasetVersions,
      and(
        eq(datasetVersions.tenantId, datasets.tenantId),
        eq(datasetVersions.id, datasets.currentVersionId),
        eq(datasetVersions.status, "ready"),
      ),
    )
    .where(
      and(eq(datasets.tenantId, tx.scope.tenantId), eq(datasets.id, datasetId), isNull(datasets.deletedAt)),
    );
  const row = found[0];
  if (row === undefined || row.version.storageKey === null) return null;
  const { dataset, version } = row;
  return {
    datasetId: dataset.id,
    name: dataset.name,
    isSample: dataset.isSample,
    versionId: version.id,
    file: row.version.storageKey,
    rows: version.rows ?? 0,
    readyAt: version.readyAt ?? version.createdAt,
    columns: await listColumns(tx, { tenantId: tx.scope.tenantId, versionId: version.id }),
  };
}

/** The columns of one version of a tenant's dataset, in the order of its file. */
export async function listColumns(
  tx: TenantTx | PlatformTx,
  { tenantId, versionId }: { tenantId: string; versionId: string },
): Promise<DatasetColumn[]> {
  return tx.sql
    .select({
      cid: datasetColumns.cid,
      name: datasetColumns.name,
      kind: datasetColumns.kind,
      scale: datasetColumns.scale,
      nulls: datasetColumns.nulls,
      distinctEstimate: datasetColumns.distinctEstimate,
      min: datasetColumns.min,
      max: datasetColumns.max,
    })
    .from(datasetColumns)
    .where(and(eq(datasetColumns.tenantId, tenantId), eq(datasetColumns.versionId, versionId)))
    .orderBy(asc(datasetColumns.ord));
}
