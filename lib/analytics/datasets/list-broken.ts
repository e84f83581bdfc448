import { listChartsOf } from "@/db/charts";
import { listColumns } from "@/db/dataset-columns";
import { findVersion } from "@/db/dataset-versions";
import type { PlatformTx } from "@/db/in-platform";
import type { TenantTx } from "@/db/in-tenant";
import { checkSpec } from "../check-spec";
import { readKept } from "../read-kept";

export type BrokenChart = { id: string; title: string };

/** The kept charts that could be asked of the dataset as it is, and could not once a version takes its place. */
export async function listBroken(
  tx: TenantTx | PlatformTx,
  { tenantId, versionId }: { tenantId: string; versionId: string },
): Promise<BrokenChart[]> {
  const dataset = (await findVersion(tx, { tenantId, versionId }))?.dataset;
  if (!dataset?.currentVersionId) return [];
  const before = await listColumns(tx, { tenantId, versionId: dataset.currentVersionId });
  const after = await listColumns(tx, { tenantId, versionId });
  const charts = await listChartsOf(tx, { tenantId, datasetId: dataset.id });
  return charts.flatMap((chart) => {
    const kept = readKept(chart);
    if (kept === null || checkSpec(kept.spec, before).length > 0) return [];
    return checkSpec(kept.spec, after).length > 0 ? [{ id: chart.id, title: chart.title }] : [];
  });
}
