import { readChart } from "@/db/charts";
import { type ListedDashboard, listTiles, readDashboard } from "@/db/dashboards";
import { readAskable } from "@/db/dataset-columns";
import { inTenant } from "@/db/in-tenant";
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
    const tiles: OpenTile[] = [];
    for (const { chartId, width } of await listTiles(tx, id)) {
      const chart = await readChart(tx, chartId);
      if (chart === null) continue;
      const dataset = await readAskable(tx, chart.chart.datasetId);
      tiles.push({ ...chart, dataset, drawn: readKept(chart.chart), width });
    }
    return { ...found, filters, tiles };
  });
}
