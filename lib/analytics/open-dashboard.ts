import { readCharts } from "@/db/charts";
import { type ListedDashboard, listTiles, readDashboard } from "@/db/dashboards";
import { type Askable, readAskable } from "@/db/dataset-columns";
import { inTenant, type TenantTx } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import type { OpenChart } from "./open-chart";
import { readKept } from "./read-kept";
import { type SharedFilters, sharedFiltersSchema } from "./shared-filters";

export type OpenTile = OpenChart & { width: number };
export type OpenDashboard = ListedDashboard & { filters: SharedFilters; tiles: OpenTile[] };

/** A dashboard of the caller's tenant with its charts. Null for ids of others, missing ones and deleted ones. */
export async function openDashboard(caller: TenantCaller, id: string): Promise<OpenDashboard | null> {
  if (!may(caller.role, "open-analytics") || !isId(id)) return null;
  return inTenant(caller.scope, async (tx) => {
    const found = await readDashboard(tx, id);
    if (found === null) return null;
    const filters = sharedFiltersSchema
      .catch({ from: null, to: null, filters: [] })
      .parse(found.dashboard.filters);
    const tiles = await openTiles(tx, id);
    return { ...found, filters, tiles };
  });
}

/** Several tiles may ask one dataset, which is read once. */
async function openTiles(tx: TenantTx, dashboardId: string): Promise<OpenTile[]> {
  const places = await listTiles(tx, dashboardId);
  const kept = await readCharts(
    tx,
    places.map(({ chartId }) => chartId),
  );
  const charts = new Map(kept.map((listed) => [listed.chart.id, listed]));
  const datasets = new Map<string, Askable | null>();
  for (const { chart } of kept)
    if (!datasets.has(chart.datasetId)) datasets.set(chart.datasetId, await readAskable(tx, chart.datasetId));
  return places.flatMap(({ chartId, width }) => {
    const listed = charts.get(chartId);
    if (listed === undefined) return [];
    const dataset = datasets.get(listed.chart.datasetId) ?? null;
    return [{ ...listed, dataset, drawn: readKept(listed.chart), width }];
  });
}
