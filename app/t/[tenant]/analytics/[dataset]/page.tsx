import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { ButtonAnchor } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { CopyLink } from "@/components/copy-link";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type Askable, askDataset, openDataset } from "@/lib/analytics/ask-dataset";
import { firstQuestion } from "@/lib/analytics/first-question";
import { openChart } from "@/lib/analytics/open-chart";
import { openTenant } from "../../open-tenant";
import { AnswerView } from "../answer-view";
import { changeChartAction, keepChartAction } from "../chart-actions";
import { deleteDatasetAction, nameDatasetAction } from "../dataset-actions";
import { describeSpec } from "../question-words";
import { SampleBadge } from "../sample-badge";
import { type Query, readSpec, writeSpec } from "../spec-address";
import { DatasetButtons } from "./dataset-buttons";
import { KeepChart } from "./keep-chart";
import { QuestionForm } from "./question-form";

type ExploreProps = { params: Promise<{ tenant: string; dataset: string }>; searchParams: Promise<Query> };

/** The title asks for it as the page does: it is read once. */
const open = cache(async (tenant: string, id: string) => {
  const caller = await openTenant(Promise.resolve({ tenant }), "open-analytics");
  return { caller, dataset: await openDataset(caller, id) };
});

export async function generateMetadata({ params }: ExploreProps): Promise<Metadata> {
  const { tenant, dataset } = await params;
  return { title: (await open(tenant, dataset)).dataset?.name ?? "Not found" };
}

/** Questions about one dataset. The address says the whole question; the answer is drawn here. */
export default async function ExplorePage({ params, searchParams }: ExploreProps) {
  const { tenant, dataset: id } = await params;
  const { caller, dataset } = await open(tenant, id);
  if (dataset === null) notFound();
  const path = `/t/${caller.slug}/analytics/${dataset.datasetId}`;
  const query = await searchParams;
  const typed = readSpec(query);
  const first = { ok: true, spec: firstQuestion(dataset.columns), view: "auto" } as const;
  const read = !typed.ok && typed.reason === "none" ? first : typed;
  const { spec, view } = read.ok ? read : first;
  const asked = read.ok ? await askDataset(caller, dataset, spec) : null;
  const editing = await readEditing(caller, dataset, query);
  return (
    <>
      <PageHeader
        actions={
          <>
            {asked?.ok ? (
              <>
                <CopyLink />
                <ButtonAnchor download href={`${path}/export?${writeSpec(spec, view)}`}>
                  Export CSV
                </ButtonAnchor>
                {may(caller.role, "keep-charts") ? (
                  <KeepChart
                    change={changeChartAction.bind(null, caller.slug)}
                    datasetId={dataset.datasetId}
                    drawn={{ spec, view }}
                    editing={editing}
                    keep={keepChartAction.bind(null, caller.slug)}
                    suggestion={describeSpec(spec, dataset.columns).slice(0, 120)}
                  />
                ) : null}
              </>
            ) : null}
            {may(caller.role, "manage-datasets") ? (
              <DatasetButtons
                dataset={{ id: dataset.datasetId, name: dataset.name, isSample: dataset.isSample }}
                home={`/t/${caller.slug}/analytics`}
                remove={deleteDatasetAction.bind(null, caller.slug, dataset.datasetId)}
                rename={nameDatasetAction.bind(null, caller.slug, dataset.datasetId)}
              />
            ) : null}
          </>
        }
        breadcrumb={[{ label: "Analytics", href: `/t/${caller.slug}/analytics` }, { label: dataset.name }]}
        description={<About dataset={dataset} />}
        title={<bdi>{dataset.name}</bdi>}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          {asked === null || read.ok === false ? (
            <Callout title="This question is not complete" tone="warning">
              {read.ok === false && read.reason === "no-column"
                ? "A measure needs a column: choose one beside it, or count rows."
                : "The address asks something that can't be asked. Put the question together anew with the form."}
            </Callout>
          ) : (
            <AnswerView asked={asked} columns={dataset.columns} drawn={{ spec, view }} />
          )}
        </div>
        <Card className="print:hidden" title="Question">
          <QuestionForm action={path} columns={dataset.columns} editing={editing} spec={spec} view={view} />
        </Card>
      </div>
    </>
  );
}

/** The chart whose question is being changed, if the address names one of this dataset. */
async function readEditing(caller: TenantCaller, { datasetId }: Askable, { chart, rev }: Query) {
  if (typeof chart !== "string" || typeof rev !== "string") return null;
  const found = await openChart(caller, chart);
  if (found === null || found.chart.datasetId !== datasetId) return null;
  return { id: found.chart.id, title: found.chart.title, revision: Number(rev) };
}

function About({ dataset }: { dataset: Askable }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {dataset.isSample ? <SampleBadge /> : null}
      <span>
        {dataset.rows.toLocaleString("en")} {dataset.rows === 1 ? "row" : "rows"}, brought in{" "}
        <Time value={dataset.readyAt} />
      </span>
    </span>
  );
}
