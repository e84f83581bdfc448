import { listCharts } from "@/db/charts";
import { type Dashboard, listDashboards, listTiles } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type OpenTile, openTiles } from "./open-tiles";
import { noFilters, readFilters, type SharedFilters } from "./shared-filters";

/** What is drawn where people land: some tiles of a dashboard, or of no dashboard the charts that were kept lately. */
export type Overview = { dashboard: Dashboard | null; filters: SharedFilters; tiles: OpenTile[] };

/** What one look takes in, and what the page can be asked for each time that anybody lands. */
const MOST_TILES = 4;
const MOST_DASHBOARDS = 5;

/**
 * The first charts of the dashboard that was changed last, if any of them can be drawn; else the charts changed last.
 * What can't be drawn has no place here: its own page says why.
 */
export async function openOverview(caller: TenantCaller): Promise<Overview> {
  const nothing = { dashboard: null, filters: noFilters, tiles: [] };
  if (!may(caller.role, "open-analytics")) return nothing;
  return inTenant(caller.scope, async (tx) => {
    const dashboards = await listDashboards(tx, { cursor: null, limit: MOST_DASHBOARDS });
    for (const { dashboard } of dashboards.rows) {
      const tiles = drawable(await openTiles(tx, await listTiles(tx, dashboard.id)));
      if (tiles.length > 0) return { dashboard, filters: readFilters(dashboard), tiles };
    }
    const charts = await listCharts(tx, { cursor: null, limit: MOST_TILES });
    const places = charts.rows.map(({ chart }) => ({ chartId: chart.id, width: 1 }));
    return { ...nothing, tiles: drawable(await openTiles(tx, places)) };
  });
}

function drawable(tiles: readonly OpenTile[]): OpenTile[] {
  return tiles.filter(({ dataset, drawn }) => dataset !== null && drawn !== null).slice(0, MOST_TILES);
}
