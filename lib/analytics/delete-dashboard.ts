import { recordAudit } from "@/db/audit";
import { setDashboardDeleted } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type DashboardDeleted = { ok: true } | { ok: false; reason: "not-allowed" | "gone" };

/** Takes a dashboard from the list, or puts it back. Its charts stay kept. */
export async function deleteDashboard(
  caller: TenantCaller,
  id: string,
  isDeleted: boolean,
): Promise<DashboardDeleted> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    if (!(await setDashboardDeleted(tx, id, isDeleted))) return { ok: false, reason: "gone" };
    const verb = isDeleted ? "dashboard.deleted" : "dashboard.restored";
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb, subject: id }]);
    return { ok: true };
  });
}
