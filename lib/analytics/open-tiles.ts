import { readCharts } from "@/db/charts";
import type { Tile } from "@/db/dashboards";
import { type Askable, readAskable } from "@/db/dataset-columns";
import type { TenantTx } from "@/db/in-tenant";
import type { OpenChart } from "./open-chart";
import { readKept } from "./read-kept";

export type OpenTile = OpenChart & { width: number };

/** Several tiles may ask one dataset, which is read once. Charts that are deleted have no tile. */
export async function openTiles(tx: TenantTx, places: readonly Tile[]): Promise<OpenTile[]> {
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
