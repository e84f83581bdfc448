import { listChartsOf } from "@/db/charts";
import { listDashboardsOf } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import { readSample } from "@/db/samples";
import { readOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

/** Where the sample stands. `ready`: to be tried; beside data of their own an organisation needs it no more. */
export type SampleState =
  | { kind: "none" }
  | { kind: "on-its-way" }
  | { kind: "ready"; datasetId: string; hasOwnData: boolean; uses: SampleUses };

/** Titles of what can't be drawn without the sample. */
export type SampleUses = { charts: string[]; dashboards: string[] };

/** Where the sample of the caller's tenant stands, for those who may remove it. */
export async function followSample(caller: TenantCaller): Promise<SampleState> {
  if (!may(caller.role, "manage-datasets")) return { kind: "none" };
  return inTenant(caller.scope, async (tx) => {
    const sample = await readSample(tx);
    if (sample?.status === "ready") {
      const charts = await listChartsOf(tx, { tenantId: caller.scope.tenantId, datasetId: sample.id });
      const uses = {
        charts: charts.map(({ title }) => title),
        dashboards: await listDashboardsOf(tx, sample.id),
      };
      return { kind: "ready", datasetId: sample.id, hasOwnData: sample.hasOwnData, uses };
    }
    const isAwaited = sample?.status === "on-its-way" || (await readOwnTenant(tx)).sampleAwaited;
    return { kind: isAwaited ? "on-its-way" : "none" };
  });
}
