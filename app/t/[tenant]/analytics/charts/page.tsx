import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { pageLinks } from "@/app/page-links";
import { readCursor } from "@/app/read-cursor";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import { listKeptCharts } from "@/lib/analytics/list-kept";
import { openTenant } from "../../open-tenant";
import { chartItem } from "../kept-items";
import { KeptList } from "../kept-list";

export const metadata: Metadata = { title: "Charts" };

const PAGE_SIZE = 50;

type ChartsProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string; before?: string }>;
};

/** Every chart that the organisation keeps, the one changed last first. */
export default async function ChartsPage({ params, searchParams }: ChartsProps) {
  const caller = await openTenant(params, "open-analytics");
  const home = `/t/${caller.slug}/analytics`;
  const charts = await listKeptCharts(caller, readCursor(await searchParams, PAGE_SIZE));
  return (
    <>
      <PageHeader breadcrumb={[{ label: "Analytics", href: home }, { label: "Charts" }]} title="Charts" />
      {charts.rows.length === 0 ? (
        <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title="No chart is kept yet">
          Explore a dataset and keep what is worth seeing again.
        </EmptyState>
      ) : (
        <div className="grid gap-6">
          <Card padding="none">
            <KeptList empty="" items={charts.rows.map((listed) => chartItem(caller, listed))} />
          </Card>
          {charts.hasPrevious || charts.hasNext ? (
            <Pagination
              label="Pages of charts"
              {...pageLinks(`${home}/charts`, charts, ({ chart }) => chart.id)}
              summary={`${charts.rows.length} charts on this page`}
            />
          ) : null}
        </div>
      )}
    </>
  );
}
