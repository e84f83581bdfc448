import { recordAudit } from "@/db/audit";
import { insertDashboard } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { titleSchema } from "./title";

export type DashboardCreated =
  | { ok: true; dashboardId: string }
  | { ok: false; reason: "not-allowed" | "bad-title" };

/**
 * Makes an empty dashboard.
 * @param id chosen in the form, so that asking twice makes one
 */
export async function createDashboard(
  caller: TenantCaller,
  id: string,
  typed: string,
): Promise<DashboardCreated> {
  if (!may(caller.role, "keep-charts") || !isId(id)) return { ok: false, reason: "not-allowed" };
  const title = titleSchema.safeParse(typed);
  if (!title.success) return { ok: false, reason: "bad-title" };
  return inTenant(caller.scope, async (tx) => {
    if (await insertDashboard(tx, { id, title: title.data, createdBy: caller.seatId }))
      await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "dashboard.created", subject: id }]);
    return { ok: true, dashboardId: id };
  });
}
