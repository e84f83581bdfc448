import { ButtonLink } from "@/components/button";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import type { Overview as Shown } from "@/lib/analytics/open-overview";
import { ChartTile } from "./chart-tile";
import { SampleBadge } from "./sample-badge";

type OverviewProps = { caller: TenantCaller; overview: Shown };

/** What does not come soon is left to its own page: nobody waits for it where everybody lands. */
const PATIENCE_MS = 2_000;

/** The first charts of a dashboard or those kept lately, drawn where people land. */
export function Overview({ caller, overview: { dashboard, filters, tiles } }: OverviewProps) {
  const home = `/t/${caller.slug}/analytics`;
  const isAllSample = tiles.every(({ isSample }) => isSample);
  return (
    <section aria-labelledby="overview" className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          <h2 className="wrap-anywhere font-semibold text-lg" id="overview">
            <bdi>{dashboard?.title ?? "Latest charts"}</bdi>
          </h2>
          {isAllSample ? <SampleBadge /> : null}
        </span>
        <ButtonLink
          href={dashboard === null ? `${home}/charts` : `${home}/dashboards/${dashboard.id}`}
          size="sm"
        >
          {dashboard === null ? "All charts" : "Open dashboard"}
        </ButtonLink>
      </div>
      <div className="grid gap-6 lg:grid-cols-2">
        {tiles.map((tile) => (
          <ChartTile
            caller={caller}
            filters={filters}
            key={tile.chart.id}
            marksSample={!isAllSample}
            patienceMs={PATIENCE_MS}
            tile={tile}
          />
        ))}
      </div>
    </section>
  );
}
