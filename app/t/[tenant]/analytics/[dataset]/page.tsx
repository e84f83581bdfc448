import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { Badge } from "@/components/badge";
import { ButtonAnchor } from "@/components/button";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { ChartFigure } from "@/components/charts/chart-figure";
import { CopyLink } from "@/components/copy-link";
import { PageHeader } from "@/components/page-header";
import { Time } from "@/components/time";
import { type Askable, type Asked, askDataset, openDataset } from "@/lib/analytics/ask-dataset";
import type { View } from "@/lib/analytics/drawn-spec";
import { firstQuestion } from "@/lib/analytics/first-question";
import type { Spec } from "@/lib/analytics/spec";
import { openTenant } from "../../open-tenant";
import { formatBucket, formatValue } from "../format-value";
import { describeMeasure, describeNarrowing, describeProblem, unansweredWords } from "../question-words";
import { type Query, readSpec, writeSpec } from "../spec-address";
import { toFigures } from "../to-figures";
import { QuestionForm } from "./question-form";

type ExploreProps = { params: Promise<{ tenant: string; dataset: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: ExploreProps): Promise<Metadata> {
  const caller = await openTenant(params, "open-analytics");
  const dataset = await openDataset(caller, (await params).dataset);
  return { title: dataset?.name ?? "Not found" };
}

/** Questions about one dataset. The address says the whole question; the answer is drawn here. */
export default async function ExplorePage({ params, searchParams }: ExploreProps) {
  const caller = await openTenant(params, "open-analytics");
  const dataset = await openDataset(caller, (await params).dataset);
  if (dataset === null) notFound();
  const path = `/t/${caller.slug}/analytics/${dataset.datasetId}`;
  const read = readSpec(await searchParams);
  if (!read.ok && read.reason === "none") redirect(`${path}?${writeSpec(firstQuestion(dataset.columns))}`);
  const [spec, view] = read.ok ? [read.spec, read.view] : [firstQuestion(dataset.columns), "auto" as const];
  const asked = read.ok ? await askDataset(caller, dataset, spec) : null;
  return (
    <>
      <PageHeader
        actions={
          asked?.ok ? (
            <>
              <CopyLink />
              <ButtonAnchor download href={`${path}/export?${writeSpec(spec, view)}`}>
                Export CSV
              </ButtonAnchor>
            </>
          ) : null
        }
        description={<About dataset={dataset} />}
        title={dataset.name}
      />
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid min-w-0 gap-6">
          {asked === null || read.ok === false ? (
            <Callout title="This question is not complete" tone="warning">
              {read.ok === false && read.reason === "no-column"
                ? "A measure needs a column: choose one beside it, or count rows."
                : "The address asks something that can't be asked. Put the question together anew with the form."}
            </Callout>
          ) : (
            <AnswerView asked={asked} dataset={dataset} spec={spec} view={view} />
          )}
        </div>
        <Card className="print:hidden" title="Question">
          <QuestionForm action={path} columns={dataset.columns} spec={spec} view={view} />
        </Card>
      </div>
    </>
  );
}

function About({ dataset }: { dataset: Askable }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {dataset.isSample ? <Badge>Sample data</Badge> : null}
      <span>
        {dataset.rows.toLocaleString("en")} {dataset.rows === 1 ? "row" : "rows"}, brought in{" "}
        <Time value={dataset.readyAt} />
      </span>
    </span>
  );
}

type AnswerViewProps = { asked: Asked; dataset: Askable; spec: Spec; view: View };

function AnswerView({ asked, dataset: { columns }, spec, view }: AnswerViewProps) {
  if (!asked.ok && asked.reason === "bad-question")
    return (
      <Callout title="This can't be asked" tone="warning">
        <ul className="grid gap-1">
          {asked.problems.map((problem) => (
            <li key={JSON.stringify(problem)}>{describeProblem(problem, columns)}</li>
          ))}
        </ul>
      </Callout>
    );
  if (!asked.ok)
    return (
      <Callout title={unansweredWords[asked.reason].title} tone="warning">
        {unansweredWords[asked.reason].text}
      </Callout>
    );
  const { answer } = asked;
  const undated = answer.grain === null ? -1 : answer.buckets.indexOf(null);
  const words = describeNarrowing(spec, columns);
  return (
    <>
      {toFigures(spec, view, answer, columns).map((figure) => (
        <Card key={figure.title}>
          <ChartFigure {...figure} words={words} />
        </Card>
      ))}
      {undated >= 0 && answer.groups === null ? (
        <p className="text-muted text-sm">
          {formatBucket(null, "day")}:{" "}
          {answer.measures
            .map(
              ({ measure, kind, scale }, m) =>
                `${describeMeasure(measure, columns)} ${formatValue(answer.values[m]?.[0]?.[undated] ?? null, kind, scale)}`,
            )
            .join(", ")}
          . Not drawn, but in the file.
        </p>
      ) : null}
      {answer.isCut ? (
        <Callout title="Not everything is shown" tone="info">
          There is more than one answer holds, and its end is missing. Choose a longer grain, a shorter range
          or fewer groups.
        </Callout>
      ) : null}
    </>
  );
}
