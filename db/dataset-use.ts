import { and, asc, eq, isNull } from "drizzle-orm";
import type { DatasetColumn } from "./dataset-columns";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { charts } from "./schema/charts";
import { datasetColumns } from "./schema/datasets";

type Using = Pick<typeof charts.$inferSelect, "id" | "title" | "spec">;

/** The kept charts that ask a dataset. */
export async function listChartsUsing(
  tx: TenantTx | PlatformTx,
  { tenantId, datasetId }: { tenantId: string; datasetId: string },
): Promise<Using[]> {
  return tx.sql
    .select({ id: charts.id, title: charts.title, spec: charts.spec })
    .from(charts)
    .where(and(eq(charts.tenantId, tenantId), eq(charts.datasetId, datasetId), isNull(charts.deletedAt)))
    .orderBy(asc(charts.title));
}

/** The columns of one version of a tenant's dataset, in the order of its file. */
export async function listColumnsOf(
  tx: TenantTx | PlatformTx,
  tenantId: string,
  versionId: string,
): Promise<Pick<DatasetColumn, "cid" | "name" | "kind" | "scale">[]> {
  return tx.sql
    .select({
      cid: datasetColumns.cid,
      name: datasetColumns.name,
      kind: datasetColumns.kind,
      scale: datasetColumns.scale,
    })
    .from(datasetColumns)
    .where(and(eq(datasetColumns.tenantId, tenantId), eq(datasetColumns.versionId, versionId)))
    .orderBy(asc(datasetColumns.ord));
}
