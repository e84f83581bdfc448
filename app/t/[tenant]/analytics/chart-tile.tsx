import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { TextLink } from "@/components/text-link";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { askDataset } from "@/lib/analytics/ask-dataset";
import type { OpenTile } from "@/lib/analytics/open-dashboard";
import { narrow, type SharedFilters } from "@/lib/analytics/shared-filters";
import { AnswerView } from "./answer-view";
import { SampleBadge } from "./sample-badge";
import { writeSpec } from "./spec-address";
import { Undrawn } from "./undrawn";

type ChartTileProps = {
  caller: TenantCaller;
  tile: OpenTile;
  filters: SharedFilters;
  /** Whether the tile says of itself that it rests on the sample; where all do, the page says it once. */
  marksSample: boolean;
  /** How long the page waits for the answer, in milliseconds; as long as the engine does unless given. */
  patienceMs?: number | undefined;
};

/** One chart among others, asked with their common range and filters; so is what its link opens. */
export async function ChartTile({ caller, tile, filters, marksSample, patienceMs }: ChartTileProps) {
  const { chart, dataset, drawn, width, isSample } = tile;
  const home = `/t/${caller.slug}/analytics`;
  const look = `${width === 2 ? "lg:col-span-2 print:col-span-2" : ""} break-inside-avoid`;
  const title = (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <bdi>{chart.title}</bdi>
      {isSample && marksSample ? <SampleBadge /> : null}
    </span>
  );
  if (dataset === null || drawn === null)
    return (
      <Card
        actions={
          may(caller.role, "keep-charts") ? (
            <TextLink aria-label={`Open ${chart.title}`} href={`${home}/charts/${chart.id}`}>
              Open
            </TextLink>
          ) : null
        }
        className={look}
        title={title}
      >
        <p className="text-muted">
          <Undrawn caller={caller} found={tile} />
        </p>
      </Card>
    );
  const { spec, unmet } = narrow(drawn.spec, filters, dataset.columns);
  const signal = patienceMs === undefined ? undefined : AbortSignal.timeout(patienceMs);
  const asked = await askDataset(caller, dataset, spec, signal);
  return (
    <Card
      actions={
        <span className="print:hidden">
          <TextLink
            aria-label={`Explore ${chart.title}`}
            href={`${home}/${dataset.datasetId}?${writeSpec(spec, drawn.view)}`}
          >
            Explore
          </TextLink>
        </span>
      }
      className={look}
      stretch
      title={title}
    >
      <div className="flex min-w-0 grow flex-col gap-4 [&>figure:last-of-type]:grow">
        {!asked.ok && asked.reason === "aborted" ? (
          <p className="text-muted">
            This chart takes a while to draw.{" "}
            <TextLink href={`${home}/charts/${chart.id}`}>Open it by itself</TextLink>
          </p>
        ) : (
          <AnswerView
            asked={asked}
            columns={dataset.columns}
            drawn={{ spec, view: drawn.view }}
            framed={false}
          />
        )}
        {unmet.length > 0 ? (
          <Callout title="Not filtered" tone="info">
            This chart has no {unmet.join(", ")} to filter by.
          </Callout>
        ) : null}
      </div>
    </Card>
  );
}
