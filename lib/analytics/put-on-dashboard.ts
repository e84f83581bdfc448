import { recordAudit } from "@/db/audit";
import { readChart } from "@/db/charts";
import { listTiles, readDashboard, updateDashboard, writeTiles } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { MOST_TILES } from "./change-dashboard";

export type PutOnDashboard =
  | { ok: true; title: string }
  | { ok: false; reason: "not-allowed" | "gone" | "too-many-charts" | "changed-meanwhile" };

/** Puts a kept chart at the end of a dashboard. One that is there already stays where it is. */
export async function putOnDashboard(
  caller: TenantCaller,
  chartId: string,
  dashboardId: string,
): Promise<PutOnDashboard> {
  if (!may(caller.role, "keep-charts")) return { ok: false, reason: "not-allowed" };
  if (!isId(chartId) || !isId(dashboardId)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readDashboard(tx, dashboardId);
    if (found === null || (await readChart(tx, chartId)) === null) return { ok: false, reason: "gone" };
    const { title, revision } = found.dashboard;
    const tiles = await listTiles(tx, dashboardId);
    if (tiles.some((tile) => tile.chartId === chartId)) return { ok: true, title };
    if (tiles.length >= MOST_TILES) return { ok: false, reason: "too-many-charts" };
    if (!(await updateDashboard(tx, { id: dashboardId, revision, by: caller.seatId }, {})))
      return { ok: false, reason: "changed-meanwhile" };
    await writeTiles(tx, dashboardId, [...tiles, { chartId, width: 1 }]);
    const facts = { charts: tiles.length + 1 };
    await recordAudit(tx, [
      { tenantId: caller.scope.tenantId, verb: "dashboard.changed", subject: dashboardId, facts },
    ]);
    return { ok: true, title };
  });
}
