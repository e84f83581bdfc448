import { listChartsUsing, listColumnsOf } from "@/db/dataset-use";
import { findVersion } from "@/db/dataset-versions";
import type { PlatformTx } from "@/db/in-platform";
import type { TenantTx } from "@/db/in-tenant";
import { checkSpec } from "../check-spec";
import { readKept } from "../read-kept";

export type BrokenChart = { id: string; title: string };

/** The kept charts that could be asked of the dataset as it is, and could not once a version takes its place. */
export async function listBroken(
  tx: TenantTx | PlatformTx,
  at: { tenantId: string; datasetId: string; versionId: string; currentVersionId?: string | null },
): Promise<BrokenChart[]> {
  const current = await currentOf(tx, at);
  if (current === null) return [];
  const [before, after] = [
    await listColumnsOf(tx, at.tenantId, current),
    await listColumnsOf(tx, at.tenantId, at.versionId),
  ];
  const charts = await listChartsUsing(tx, at);
  return charts.flatMap((chart) => {
    const kept = readKept(chart);
    if (kept === null || checkSpec(kept.spec, before).length > 0) return [];
    return checkSpec(kept.spec, after).length > 0 ? [{ id: chart.id, title: chart.title }] : [];
  });
}

async function currentOf(
  tx: TenantTx | PlatformTx,
  {
    tenantId,
    versionId,
    currentVersionId,
  }: { tenantId: string; versionId: string; currentVersionId?: string | null },
): Promise<string | null> {
  if (currentVersionId !== undefined) return currentVersionId;
  const found = await findVersion(tx, { tenantId, versionId });
  return found?.dataset.currentVersionId ?? null;
}
