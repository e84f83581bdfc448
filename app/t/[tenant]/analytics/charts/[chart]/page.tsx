import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ButtonAnchor, ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { PageHeader } from "@/components/page-header";
import { TextLink } from "@/components/text-link";
import { Time } from "@/components/time";
import { may } from "@/lib/access/policy";
import { askDataset } from "@/lib/analytics/ask-dataset";
import { listKeptDashboards } from "@/lib/analytics/list-kept";
import { openChart } from "@/lib/analytics/open-chart";
import { openTenant } from "../../../open-tenant";
import { AnswerView } from "../../answer-view";
import { changeChartAction, deleteChartAction, putOnDashboardAction } from "../../chart-actions";
import { SampleBadge } from "../../sample-badge";
import { writeSpec } from "../../spec-address";
import { Undrawn } from "../../undrawn";
import { ChartButtons } from "./chart-buttons";

type ChartPageProps = { params: Promise<{ tenant: string; chart: string }> };

const MOST_DASHBOARDS = 50;

/** The title asks for it as the page does: it is read once. */
const open = cache(async (tenant: string, id: string) => {
  const caller = await openTenant(Promise.resolve({ tenant }), "open-analytics");
  return { caller, found: await openChart(caller, id) };
});

export async function generateMetadata({ params }: ChartPageProps): Promise<Metadata> {
  const { tenant, chart } = await params;
  return { title: (await open(tenant, chart)).found?.chart.title ?? "Not found" };
}

/** One kept chart, drawn from the data as it is now. */
export default async function ChartPage({ params }: ChartPageProps) {
  const { tenant, chart: id } = await params;
  const { caller, found } = await open(tenant, id);
  if (found === null) notFound();
  const { chart, dataset, drawn, changedBy } = found;
  const home = `/t/${caller.slug}/analytics`;
  const asked = dataset === null || drawn === null ? null : await askDataset(caller, dataset, drawn.spec);
  const question = drawn === null ? "" : writeSpec(drawn.spec, drawn.view);
  const canKeep = may(caller.role, "keep-charts");
  const dashboards = canKeep
    ? (await listKeptDashboards(caller, { cursor: null, limit: MOST_DASHBOARDS })).rows
    : [];
  return (
    <>
      <PageHeader
        actions={
          <>
            {dataset !== null && drawn !== null ? (
              <>
                <ButtonAnchor download href={`${home}/${dataset.datasetId}/export?${question}`}>
                  Export CSV
                </ButtonAnchor>
                <ButtonLink
                  href={`${home}/${dataset.datasetId}?${question}${canKeep ? `&chart=${chart.id}&rev=${chart.revision}` : ""}`}
                  variant="primary"
                >
                  {canKeep ? "Change the question" : "Explore"}
                </ButtonLink>
              </>
            ) : null}
            {canKeep ? (
              <ChartButtons
                actions={{
                  change: changeChartAction.bind(null, caller.slug),
                  remove: deleteChartAction.bind(null, caller.slug, chart.id),
                  put: putOnDashboardAction.bind(null, caller.slug, chart.id),
                }}
                chart={{ id: chart.id, title: chart.title, revision: chart.revision }}
                dashboards={dashboards.map(({ dashboard }) => ({
                  value: dashboard.id,
                  label: dashboard.title,
                }))}
                home={home}
              />
            ) : null}
          </>
        }
        breadcrumb={[{ label: "Analytics", href: home }, { label: chart.title }]}
        description={
          <>
            {found.isSample ? (
              <>
                <SampleBadge />{" "}
              </>
            ) : null}
            From{" "}
            {dataset === null ? (
              <bdi>{found.datasetName}</bdi>
            ) : (
              <TextLink href={`${home}/${dataset.datasetId}`}>
                <bdi>{found.datasetName}</bdi>
              </TextLink>
            )}
            , changed{" "}
            {canKeep ? (
              <>
                by <bdi>{changedBy}</bdi>{" "}
              </>
            ) : null}
            <Time value={chart.updatedAt} />
          </>
        }
        title={<bdi>{chart.title}</bdi>}
      />
      <div className="grid gap-6">
        {dataset === null || drawn === null || asked === null ? (
          <Callout title="This chart can’t be drawn" tone="warning">
            <Undrawn caller={caller} found={found} />
          </Callout>
        ) : (
          <AnswerView asked={asked} columns={dataset.columns} drawn={drawn} />
        )}
      </div>
    </>
  );
}
