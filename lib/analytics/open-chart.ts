import { type ListedChart, readChart } from "@/db/charts";
import { type Askable, readAskable } from "@/db/dataset-columns";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import type { DrawnSpec } from "./drawn-spec";
import { readKept } from "./read-kept";

export type { ListedChart };

/** A kept chart with the dataset that it asks; `dataset` is null when that was deleted, `drawn` when it can't be read. */
export type OpenChart = ListedChart & { dataset: Askable | null; drawn: DrawnSpec | null };

/** A chart of the caller's tenant. Null for ids of others, missing ones and deleted ones. */
export async function openChart(caller: TenantCaller, id: string): Promise<OpenChart | null> {
  if (!may(caller.role, "open-analytics") || !isId(id)) return null;
  return inTenant(caller.scope, async (tx) => {
    const found = await readChart(tx, id);
    if (found === null) return null;
    const dataset = await readAskable(tx, found.chart.datasetId);
    return { ...found, dataset, drawn: readKept(found.chart) };
  });
}
