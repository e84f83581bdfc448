import { AutoRefresh } from "@/components/auto-refresh";
import { ButtonLink } from "@/components/button";
import { Callout } from "@/components/callout";
import type { SampleState } from "@/lib/analytics/datasets/follow-sample";
import { deleteDatasetAction } from "./dataset-actions";
import { RemoveSample } from "./remove-sample";

type SampleNoteProps = {
  sample: Exclude<SampleState, { kind: "none" }>;
  slug: string;
  tenantName: string;
};

/** Says to an admin that the sample is made up, and offers to take it away. */
export function SampleNote({ sample, slug, tenantName }: SampleNoteProps) {
  if (sample.kind === "on-its-way")
    return (
      <Callout live title="Sample data is on its way" tone="neutral">
        Made-up orders to try things on. They are here in a moment; you need not wait to bring in your own
        data.
        <AutoRefresh active />
      </Callout>
    );
  const { datasetId, hasOwnData, uses } = sample;
  const remove = <RemoveSample remove={deleteDatasetAction.bind(null, slug, datasetId)} uses={uses} />;
  if (hasOwnData)
    return (
      <Callout actions={remove} title="Do you still need the sample data?" tone="neutral">
        <bdi>{tenantName}</bdi> has data of its own now. Charts of the sample can’t be drawn without it; for a
        week it can be restored.
      </Callout>
    );
  return (
    <Callout
      actions={
        <>
          <ButtonLink href={`/t/${slug}/analytics/${datasetId}`} size="sm">
            Try it
          </ButtonLink>
          {remove}
        </>
      }
      title="The sample orders are made up"
      tone="info"
    >
      Ask them questions, keep charts, lay out a dashboard. Everybody with a seat sees them, marked as sample
      data, until you remove them.
    </Callout>
  );
}
