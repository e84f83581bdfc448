import { AnswerButton } from "@/components/answer-button";
import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import { TextLink } from "@/components/text-link";
import type { ChangedColumn } from "@/lib/analytics/datasets/list-changed-columns";
import type { Answer } from "@/lib/base/answer";
import type { ColumnKind } from "@/lib/base/column-kind";

type ChangedColumnsProps = {
  columns: readonly ChangedColumn[];
  home: string;
  datasetId: string;
  switchTo: () => Promise<Answer>;
};

/** What people would miss in a new version, and which charts with it: it waits for the admin's word. */
export function ChangedColumns({ columns, home, datasetId, switchTo }: ChangedColumnsProps) {
  const isOne = columns.length === 1;
  return (
    <Callout
      actions={
        <>
          <AnswerButton action={switchTo} variant="primary">
            Use the new version
          </AnswerButton>
          <ButtonLink href={`${home}/${datasetId}`}>Keep the version before</ButtonLink>
        </>
      }
      title={
        isOne
          ? "A column is missing, or holds something else"
          : `${columns.length} columns are missing, or hold something else`
      }
      tone="warning"
    >
      <p>The new file is stored. The version before is asked until you say that this one takes its place:</p>
      <ul className="mt-2 grid list-disc gap-1 pl-5">
        {columns.map(({ cid, name, was, becomes, charts }) => (
          <li key={cid}>
            <bdi className="font-medium">{name}</bdi>{" "}
            {becomes === null
              ? "is not there any more"
              : `held ${kindWords[was]} and holds ${kindWords[becomes]}`}
            {charts.length === 0 ? (
              "; no chart asks it."
            ) : (
              <>
                . {charts.length === 1 ? "This chart" : "These charts"} would need attention:
                <ul className="list-[circle] pl-5">
                  {charts.map(({ id, title }) => (
                    <li key={id}>
                      <TextLink href={`${home}/charts/${id}`}>
                        <bdi>{title}</bdi>
                      </TextLink>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </Callout>
  );
}

const kindWords: Record<ColumnKind, string> = {
  text: "text",
  integer: "whole numbers",
  decimal: "exact numbers",
  number: "numbers of any size",
  boolean: "yes or no",
  date: "dates",
  timestamp: "dates with times",
};
