import { type ListedChart, listCharts } from "@/db/charts";
import { type ListedDashboard, listDashboards } from "@/db/dashboards";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { Page, PageRequest } from "@/lib/base/page";

export type { ListedChart, ListedDashboard };

const nothing = { rows: [], hasPrevious: false, hasNext: false };

/** One page of the charts that the caller's organisation keeps, the one changed last first. */
export function listKeptCharts(caller: TenantCaller, page: PageRequest): Promise<Page<ListedChart>> {
  if (!may(caller.role, "open-analytics")) return Promise.resolve(nothing);
  return inTenant(caller.scope, (tx) => listCharts(tx, page));
}

/** One page of the dashboards of the caller's organisation, the one changed last first. */
export function listKeptDashboards(caller: TenantCaller, page: PageRequest): Promise<Page<ListedDashboard>> {
  if (!may(caller.role, "open-analytics")) return Promise.resolve(nothing);
  return inTenant(caller.scope, (tx) => listDashboards(tx, page));
}
