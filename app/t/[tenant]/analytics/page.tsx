import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { pageLinks } from "@/app/page-links";
import { readCursor } from "@/app/read-cursor";
import { AnswerButton } from "@/components/answer-button";
import { ButtonLink } from "@/components/button";
import { Card } from "@/components/card";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { Pagination } from "@/components/pagination";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { followSample } from "@/lib/analytics/datasets/follow-sample";
import { listOwnDatasets } from "@/lib/analytics/datasets/list-datasets";
import { listKeptCharts, listKeptDashboards } from "@/lib/analytics/list-kept";
import { openOverview } from "@/lib/analytics/open-overview";
import { openTenant } from "../open-tenant";
import { createDashboardAction } from "./dashboard-actions";
import { addSampleAction } from "./dataset-actions";
import { DatasetsTable } from "./datasets-table";
import { DeletedDatasets } from "./deleted-datasets";
import { chartItem, dashboardItem } from "./kept-items";
import { KeptList } from "./kept-list";
import { NewDashboard } from "./new-dashboard";
import { Overview } from "./overview";
import { SampleNote } from "./sample-note";

export const metadata: Metadata = { title: "Analytics" };

const PAGE_SIZE = 20;
const RECENT = 6;
const DASHBOARDS = 30;

type AnalyticsProps = {
  params: Promise<{ tenant: string }>;
  searchParams: Promise<{ after?: string; before?: string }>;
};

/** Where people land: some charts drawn, the organisation's dashboards, what was kept lately, and the data. */
export default async function AnalyticsPage({ params, searchParams }: AnalyticsProps) {
  const caller = await openTenant(params, "open-analytics");
  const home = `/t/${caller.slug}/analytics`;
  const [{ datasets, deleted }, sample, overview, dashboards, charts] = await Promise.all([
    listOwnDatasets(caller, readCursor(await searchParams, PAGE_SIZE)),
    followSample(caller),
    openOverview(caller),
    listKeptDashboards(caller, { cursor: null, limit: DASHBOARDS }),
    listKeptCharts(caller, { cursor: null, limit: RECENT }),
  ]);
  const isEmpty = datasets.rows.length === 0 && dashboards.rows.length === 0;
  const canBeAsked = datasets.rows.some(({ current }) => current !== null);
  const canKeep = may(caller.role, "keep-charts");
  return (
    <>
      <Welcome caller={caller} home={home} />
      <div className="grid gap-6">
        {sample.kind === "none" ? null : (
          <SampleNote sample={sample} slug={caller.slug} tenantName={caller.tenantName} />
        )}
        {isEmpty && sample.kind === "none" ? (
          <Nothing caller={caller} hadSample={deleted.some(({ isSample }) => isSample)} />
        ) : null}
        {overview.tiles.length > 0 ? <Overview caller={caller} overview={overview} /> : null}
        {overview.tiles.length === 0 && sample.kind === "none" && canBeAsked ? (
          <NothingDrawn canKeep={canKeep} />
        ) : null}
        {dashboards.rows.length > 0 || (canKeep && charts.rows.length > 0) ? (
          <Card
            actions={
              canKeep ? (
                <NewDashboard create={createDashboardAction.bind(null, caller.slug)} home={home} />
              ) : null
            }
            padding="none"
            title="Dashboards"
          >
            <KeptList
              empty="No dashboard yet. Create one, then put kept charts on it."
              items={dashboards.rows.map((listed) => dashboardItem(caller, listed))}
            />
          </Card>
        ) : null}
        {charts.rows.length > 0 ? (
          <Card
            actions={
              charts.hasNext ? (
                <ButtonLink href={`${home}/charts`} size="sm">
                  All charts
                </ButtonLink>
              ) : null
            }
            padding="none"
            title="Charts kept lately"
          >
            <KeptList empty="" items={charts.rows.map((listed) => chartItem(caller, listed))} />
          </Card>
        ) : null}
        {datasets.rows.length > 0 ? (
          <Card padding="none" title="Datasets">
            <DatasetsTable
              datasets={datasets.rows}
              home={home}
              isAdmin={may(caller.role, "manage-datasets")}
              slug={caller.slug}
            />
          </Card>
        ) : null}
        {datasets.hasPrevious || datasets.hasNext ? (
          <Pagination
            label="Pages of datasets"
            {...pageLinks(home, datasets, ({ dataset }) => dataset.id)}
            summary={`${datasets.rows.length} datasets on this page`}
          />
        ) : null}
        {deleted.length > 0 ? (
          <DeletedDatasets datasets={deleted.map(({ id, name }) => ({ id, name }))} slug={caller.slug} />
        ) : null}
      </div>
    </>
  );
}

function Welcome({ caller, home }: { caller: TenantCaller; home: string }) {
  const firstName = caller.name.includes("@") ? null : caller.name.split(" ")[0];
  return (
    <PageHeader
      actions={
        may(caller.role, "manage-datasets") ? (
          <ButtonLink href={`${home}/new`} variant="primary">
            Bring in data
          </ButtonLink>
        ) : null
      }
      description={
        <>
          Analytics of <bdi>{caller.tenantName}</bdi>
        </>
      }
      title={
        firstName ? (
          <>
            Welcome, <bdi>{firstName}</bdi>
          </>
        ) : (
          "Welcome"
        )
      }
    />
  );
}

/** There is data, and no chart of it that could be drawn. */
function NothingDrawn({ canKeep }: { canKeep: boolean }) {
  return (
    <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title="No chart to draw yet">
      {canKeep
        ? "Open a dataset below, ask it a question, and keep the chart: it is drawn here for everybody."
        : "Charts that your organisation keeps are drawn here. Open a dataset below to ask it yourself."}
    </EmptyState>
  );
}

/** @param hadSample it was removed lately, and is restored below rather than brought in anew */
function Nothing({ caller, hadSample }: { caller: TenantCaller; hadSample: boolean }) {
  return (
    <EmptyState
      action={
        may(caller.role, "manage-datasets") && !hadSample ? (
          <AnswerButton action={addSampleAction.bind(null, caller.slug)}>
            Try it with sample data
          </AnswerButton>
        ) : null
      }
      icon={<ChartNoAxesColumn aria-hidden />}
      title="There is no dataset yet"
    >
      {may(caller.role, "manage-datasets") ? (
        "Bring in a CSV or Parquet file: you see what will become of it before anything is imported."
      ) : (
        <>
          Your seat at <bdi>{caller.tenantName}</bdi> is active. As soon as <bdi>{caller.tenantName}</bdi>{" "}
          brings in data, you find it here.
        </>
      )}
    </EmptyState>
  );
}
