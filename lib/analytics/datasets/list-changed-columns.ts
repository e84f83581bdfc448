import { listChartsOf } from "@/db/charts";
import { listColumns } from "@/db/dataset-columns";
import { findVersion } from "@/db/dataset-versions";
import type { PlatformTx } from "@/db/in-platform";
import type { TenantTx } from "@/db/in-tenant";
import type { ColumnKind } from "@/lib/base/column-kind";
import { checkSpec } from "../check-spec";
import type { Column } from "../column";
import { readKept } from "../read-kept";

export type BrokenChart = { id: string; title: string };

/** A column that is asked now and that a version lacks, or in which it holds another kind of values. */
export type ChangedColumn = {
  cid: string;
  name: string;
  was: ColumnKind;
  /** Null for one that is not there any more. */
  becomes: ColumnKind | null;
  /** The kept charts that can be asked now, and could not for want of this column. */
  charts: BrokenChart[];
};

type At = { tenantId: string; versionId: string };

/**
 * The columns that people would miss once a version takes its dataset's place, in the order of the file that is asked
 * now. None when the version only adds columns: such a one takes the place by itself.
 */
export async function listChangedColumns(
  tx: TenantTx | PlatformTx,
  { tenantId, versionId }: At,
): Promise<ChangedColumn[]> {
  const dataset = (await findVersion(tx, { tenantId, versionId }))?.dataset;
  if (!dataset?.currentVersionId) return [];
  const before = await listColumns(tx, { tenantId, versionId: dataset.currentVersionId });
  const after = await listColumns(tx, { tenantId, versionId });
  const kinds = new Map(after.map(({ cid, kind }) => [cid, kind]));
  const changed = before.filter(({ cid, kind }) => kinds.get(cid) !== kind);
  if (changed.length === 0) return [];
  const broken = await listBroken(tx, { tenantId, datasetId: dataset.id, before, after });
  return changed.map(({ cid, name, kind }) => ({
    cid,
    name,
    was: kind,
    becomes: kinds.get(cid) ?? null,
    charts: broken.flatMap(({ chart, columns }) => (columns.has(cid) ? [chart] : [])),
  }));
}

type Comparison = {
  tenantId: string;
  datasetId: string;
  before: readonly Column[];
  after: readonly Column[];
};

/** The kept charts that could be asked before and not after, each with the columns that they would be refused for. */
async function listBroken(
  tx: TenantTx | PlatformTx,
  { tenantId, datasetId, before, after }: Comparison,
): Promise<{ chart: BrokenChart; columns: Set<string> }[]> {
  const charts = await listChartsOf(tx, { tenantId, datasetId });
  return charts.flatMap((chart) => {
    const kept = readKept(chart);
    if (kept === null || checkSpec(kept.spec, before).length > 0) return [];
    const columns = checkSpec(kept.spec, after).flatMap((problem) =>
      "column" in problem ? [problem.column] : [],
    );
    return columns.length > 0
      ? [{ chart: { id: chart.id, title: chart.title }, columns: new Set(columns) }]
      : [];
  });
}
