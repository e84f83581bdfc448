import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { TextLink } from "@/components/text-link";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { askDataset } from "@/lib/analytics/ask-dataset";
import type { OpenTile } from "@/lib/analytics/open-dashboard";
import { narrow, type SharedFilters } from "@/lib/analytics/shared-filters";
import { AnswerView } from "../../answer-view";
import { writeSpec } from "../../spec-address";

type DashboardTileProps = { caller: TenantCaller; tile: OpenTile; filters: SharedFilters };

/** One chart of a dashboard, asked with the dashboard's range and filters; so is what its link opens. */
export async function DashboardTile({ caller, tile, filters }: DashboardTileProps) {
  const { chart, dataset, drawn, width } = tile;
  const home = `/t/${caller.slug}/analytics`;
  const span = width === 2 ? "lg:col-span-2 print:col-span-2" : "";
  if (dataset === null || drawn === null)
    return (
      <Card className={span} title={<bdi>{chart.title}</bdi>}>
        <p className="text-muted">There is nothing to draw.</p>
      </Card>
    );
  const { spec, unmet } = narrow(drawn.spec, filters, dataset.columns);
  const asked = await askDataset(caller, dataset, spec);
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
      className={`${span} break-inside-avoid`}
      title={<bdi>{chart.title}</bdi>}
    >
      <div className="grid gap-4">
        <AnswerView
          asked={asked}
          columns={dataset.columns}
          drawn={{ spec, view: drawn.view }}
          framed={false}
        />
        {unmet.length > 0 ? (
          <Callout title="Not narrowed" tone="info">
            This chart can't be narrowed by {unmet.join(", ")}.
          </Callout>
        ) : null}
      </div>
    </Card>
  );
}
