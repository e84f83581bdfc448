import { recordAudit } from "@/db/audit";
import { markDashboardDeleted } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type DashboardDeleted = { ok: true } | { ok: false; reason: "not-allowed" | "gone" };

/** Takes a dashboard from the list; its charts stay kept. The page asks first. */
export async function deleteDashboard(caller: TenantCaller, id: string): Promise<DashboardDeleted> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    if (!(await markDashboardDeleted(tx, id))) return { ok: false, reason: "gone" };
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "dashboard.deleted", subject: id }]);
    return { ok: true };
  });
}
