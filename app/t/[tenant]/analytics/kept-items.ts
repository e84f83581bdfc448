import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { ListedChart, ListedDashboard } from "@/lib/analytics/list-kept";

/** A chart or a dashboard as a line of a list. */
export type KeptItem = {
  id: string;
  title: string;
  href: string;
  note: string;
  isSample: boolean;
  /** Who changed it last, for those who may change it too. */
  by: string | null;
  at: Date;
};

export function chartItem(caller: TenantCaller, listed: ListedChart): KeptItem {
  const { chart, datasetName: note, isSample, changedBy } = listed;
  return { ...common(caller, chart, changedBy), href: hrefOf(caller, `charts/${chart.id}`), note, isSample };
}

export function dashboardItem(caller: TenantCaller, listed: ListedDashboard): KeptItem {
  const { dashboard, tileCount, hasSample: isSample, changedBy } = listed;
  const note = `${tileCount} ${tileCount === 1 ? "chart" : "charts"}`;
  return {
    ...common(caller, dashboard, changedBy),
    href: hrefOf(caller, `dashboards/${dashboard.id}`),
    note,
    isSample,
  };
}

function common(
  { role }: TenantCaller,
  kept: { id: string; title: string; updatedAt: Date },
  changedBy: string,
) {
  const { id, title, updatedAt: at } = kept;
  return { id, title, at, by: may(role, "keep-charts") ? changedBy : null };
}

function hrefOf({ slug }: TenantCaller, path: string): string {
  return `/t/${slug}/analytics/${path}`;
}
