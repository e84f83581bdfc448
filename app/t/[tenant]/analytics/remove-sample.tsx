"use client";

import { ConfirmDialog } from "@/components/dialog";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

type RemoveSampleProps = {
  remove: () => Promise<Answer>;
  /** Titles of what can't be drawn without the sample. */
  uses: { charts: readonly string[]; dashboards: readonly string[] };
};

/** Takes the sample away, once the admin has read what can't be drawn without it. */
export function RemoveSample({ remove, uses: { charts, dashboards } }: RemoveSampleProps) {
  const toast = useToast();
  return (
    <ConfirmDialog
      action={async () => {
        const answer = await remove().catch(explainSilence);
        if (answer.ok) toast({ title: answer.message, tone: "positive" });
        return answer;
      }}
      body={
        <div className="grid gap-2">
          <p>The sample orders go for everybody. For a week you can restore them on this page.</p>
          {charts.length + dashboards.length > 0 ? (
            <>
              <p>What is made of them can’t be drawn meanwhile:</p>
              <ul className="grid list-disc gap-1 pl-5">
                {charts.length > 0 ? <Titles of="chart" titles={charts} /> : null}
                {dashboards.length > 0 ? <Titles of="dashboard" titles={dashboards} /> : null}
              </ul>
            </>
          ) : (
            <p>No chart or dashboard is made of them.</p>
          )}
        </div>
      }
      confirmLabel="Remove sample data"
      title="Remove the sample data?"
      tone="danger"
      trigger="Remove sample data"
      triggerSize="sm"
    />
  );
}

const NAMED = 5;

function Titles({ of, titles }: { of: "chart" | "dashboard"; titles: readonly string[] }) {
  const more = titles.length - NAMED;
  return (
    <li>
      {titles.length} {titles.length === 1 ? of : `${of}s`}: <bdi>{titles.slice(0, NAMED).join(", ")}</bdi>
      {more > 0 ? ` and ${more} more` : ""}
    </li>
  );
}
