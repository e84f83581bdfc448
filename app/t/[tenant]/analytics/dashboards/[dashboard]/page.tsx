import { ChartNoAxesColumn } from "lucide-react";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { PageHeader } from "@/components/page-header";
import { PrintButton } from "@/components/print-button";
import { Time } from "@/components/time";
import { may } from "@/lib/access/policy";
import { openDashboard } from "@/lib/analytics/open-dashboard";
import type { SharedFilters } from "@/lib/analytics/shared-filters";
import { now } from "@/lib/base/clock";
import { openTenant } from "../../../open-tenant";
import { ChartTile } from "../../chart-tile";
import { deleteDashboardAction } from "../../dashboard-actions";
import { readFilters } from "../../filters-address";
import { operatorWords } from "../../question-words";
import { SampleBadge } from "../../sample-badge";
import type { Query } from "../../spec-address";
import { joinList } from "../../split-list";
import { DashboardButtons } from "./dashboard-buttons";
import { FilterForm } from "./filter-form";

type DashboardProps = {
  params: Promise<{ tenant: string; dashboard: string }>;
  searchParams: Promise<Query>;
};

/** The title asks for it as the page does: it is read once. */
const open = cache(async (tenant: string, id: string) => {
  const caller = await openTenant(Promise.resolve({ tenant }), "open-analytics");
  return { caller, found: await openDashboard(caller, id) };
});

export async function generateMetadata({ params }: DashboardProps): Promise<Metadata> {
  const { tenant, dashboard } = await params;
  return { title: (await open(tenant, dashboard)).found?.dashboard.title ?? "Not found" };
}

/** Charts that are looked at together, narrowed by one range and one set of filters. */
export default async function DashboardPage({ params, searchParams }: DashboardProps) {
  const { tenant, dashboard: id } = await params;
  const { caller, found } = await open(tenant, id);
  if (found === null) notFound();
  const { dashboard, tiles, hasSample, changedBy } = found;
  const home = `/t/${caller.slug}/analytics`;
  const canKeep = may(caller.role, "keep-charts");
  const path = `${home}/dashboards/${dashboard.id}`;
  const filters = readFilters(await searchParams) ?? found.filters;
  const names = [
    ...new Set(tiles.flatMap(({ dataset }) => dataset?.columns.map(({ name }) => name) ?? [])),
  ].sort();
  return (
    <>
      <PageHeader
        actions={
          <>
            <PrintButton />
            {canKeep ? (
              <>
                <ButtonLink href={`${path}/edit`} variant="primary">
                  Edit dashboard
                </ButtonLink>
                <DashboardButtons
                  home={home}
                  remove={deleteDashboardAction.bind(null, caller.slug, dashboard.id)}
                  title={dashboard.title}
                />
              </>
            ) : null}
          </>
        }
        breadcrumb={[{ label: "Analytics", href: home }, { label: dashboard.title }]}
        description={
          <>
            {hasSample ? (
              <>
                <SampleBadge />{" "}
              </>
            ) : null}
            Changed{" "}
            {canKeep ? (
              <>
                by <bdi>{changedBy}</bdi>{" "}
              </>
            ) : null}
            <Time value={dashboard.updatedAt} />
            <span className="hidden print:inline">
              {" "}
              · {caller.tenantName} · printed <Time format="datetime" value={now()} />
            </span>
          </>
        }
        title={<bdi>{dashboard.title}</bdi>}
      />
      <div className="grid gap-6">
        {tiles.length === 0 ? (
          <EmptyState icon={<ChartNoAxesColumn aria-hidden />} title="No chart on it yet">
            Open a kept chart and choose “Put on a dashboard”.
          </EmptyState>
        ) : (
          <>
            <FilterForm action={path} filters={filters} names={names} />
            <Narrowing filters={filters} />
            <div className="grid gap-6 lg:grid-cols-2 print:grid-cols-2">
              {tiles.map((tile) => (
                <ChartTile
                  caller={caller}
                  filters={filters}
                  key={tile.chart.id}
                  marksSample={tiles.some(({ isSample }) => !isSample)}
                  tile={tile}
                />
              ))}
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** What the charts are narrowed to, in words: it is printed, the form is not. */
function Narrowing({ filters: { from, to, filters } }: { filters: SharedFilters }) {
  const words = [
    ...(from === null && to === null ? [] : [`${from ?? "the beginning"} to ${to ?? "the end"}`]),
    ...filters.map(({ name, op, values }) => `${name} ${operatorWords[op]} ${joinList(values)}`.trim()),
  ];
  return words.length === 0 ? null : (
    <p className="hidden text-muted text-sm print:block">{words.join(" · ")}</p>
  );
}
