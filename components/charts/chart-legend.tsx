import { nameOf, type Series } from "./chart-data";
import type { SeriesLook } from "./series-look";
import { SeriesMark } from "./series-mark";

export type ChartLegendProps = {
  series: readonly Series[];
  looks: readonly SeriesLook[];
  as: "line" | "fill";
};

/** The names of what is drawn, each beside its sign. A single series needs no sign: its name stands over the axis. */
export function ChartLegend({ series, looks, as }: ChartLegendProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-xs">
      {series.map((one, index) => {
        const look = looks[index];
        return (
          <li className="flex min-w-0 max-w-full items-center gap-1.5" key={`${look?.color} ${look?.dash}`}>
            {look && series.length > 1 ? <SeriesMark as={as} look={look} /> : null}
            <bdi className="max-w-64 truncate" data-chart-text title={nameOf(one)}>
              {nameOf(one)}
            </bdi>
          </li>
        );
      })}
    </ul>
  );
}
