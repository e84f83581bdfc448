import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageHeader } from "@/components/page-header";
import { listKeptCharts } from "@/lib/analytics/list-kept";
import { openDashboard } from "@/lib/analytics/open-dashboard";
import { openTenant } from "../../../../open-tenant";
import { changeDashboardAction } from "../../../dashboard-actions";
import { DashboardEditor } from "./dashboard-editor";

export const metadata: Metadata = { title: "Edit dashboard" };

const MOST_CHARTS = 100;

type EditProps = { params: Promise<{ tenant: string; dashboard: string }> };

/** Title, charts with their order and width, and the range that a dashboard opens with. */
export default async function EditDashboardPage({ params }: EditProps) {
  const caller = await openTenant(params, "keep-charts");
  const found = await openDashboard(caller, (await params).dashboard);
  if (found === null) notFound();
  const home = `/t/${caller.slug}/analytics`;
  const path = `${home}/dashboards/${found.dashboard.id}`;
  const charts = await listKeptCharts(caller, { cursor: null, limit: MOST_CHARTS });
  return (
    <>
      <PageHeader
        breadcrumb={[
          { label: "Analytics", href: home },
          { label: found.dashboard.title, href: path },
          { label: "Edit" },
        ]}
        title="Edit dashboard"
      />
      <DashboardEditor
        charts={charts.rows.map(({ chart }) => ({ id: chart.id, title: chart.title }))}
        dashboard={{
          id: found.dashboard.id,
          revision: found.dashboard.revision,
          title: found.dashboard.title,
          filters: found.filters,
        }}
        path={path}
        save={changeDashboardAction.bind(null, caller.slug)}
        tiles={found.tiles.map(({ chart, width }) => ({ id: chart.id, title: chart.title, width }))}
      />
    </>
  );
}
