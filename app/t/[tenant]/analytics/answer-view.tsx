import type { ReactNode } from "react";
import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { ChartFigure } from "@/components/charts/chart-figure";
import type { Asked, DatasetColumn } from "@/lib/analytics/ask-dataset";
import type { DrawnSpec } from "@/lib/analytics/drawn-spec";
import { formatBucket, formatValue } from "./format-value";
import { describeMeasure, describeNarrowing, describeProblem, unansweredWords } from "./question-words";
import { toFigures } from "./to-figures";

type AnswerViewProps = {
  asked: Asked;
  drawn: DrawnSpec;
  columns: readonly DatasetColumn[];
  /** Off on a dashboard, where the tile frames it and its title stands above. */
  framed?: boolean;
};

/** An answer as figures, or why there is none. */
export function AnswerView({ asked, drawn: { spec, view }, columns, framed = true }: AnswerViewProps) {
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
  const figures = toFigures(spec, view, answer, columns);
  const words = describeNarrowing(spec, columns);
  const undated = answer.grain === null || answer.groups !== null ? -1 : answer.buckets.indexOf(null);
  return (
    <>
      {figures.map((figure) => (
        <Frame framed={framed} key={figure.title}>
          <ChartFigure {...figure} heading={framed || figures.length > 1} words={words} />
        </Frame>
      ))}
      {undated >= 0 ? (
        <p className="text-muted text-sm">
          {formatBucket(null, "day")}:{" "}
          {answer.measures
            .map(({ measure, kind, scale }, m) => {
              const value = answer.values[m]?.[0]?.[undated] ?? null;
              return `${describeMeasure(measure, columns)} ${formatValue(value, kind, scale)}`;
            })
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

function Frame({ framed, children }: { framed: boolean; children: ReactNode }) {
  return framed ? <Card>{children}</Card> : children;
}
