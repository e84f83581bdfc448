import { recordAudit } from "@/db/audit";
import { markChartDeleted } from "@/db/charts";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type ChartDeleted = { ok: true } | { ok: false; reason: "not-allowed" | "gone" };

/** Takes a chart from every list and dashboard. The page asks first. */
export async function deleteChart(caller: TenantCaller, id: string): Promise<ChartDeleted> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    if (!(await markChartDeleted(tx, id))) return { ok: false, reason: "gone" };
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "chart.deleted", subject: id }]);
    return { ok: true };
  });
}
