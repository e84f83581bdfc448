import type { ReactNode } from "react";
import { BarChart } from "./bar-chart";
import type { ChartData, Series } from "./chart-data";
import { ChartLegend } from "./chart-legend";
import { LineChart } from "./line-chart";
import type { ChartKind } from "./refuse-chart";
import { looksOf, type SeriesLook } from "./series-look";
import { SingleNumber } from "./single-number";
import { StackedBars } from "./stacked-bars";

type Panel = { series: Series[]; looks: SeriesLook[]; columns: number[] };

/** Values of different units share no scale, so each unit gets a plot of its own, in the order of the series. */
function panelsOf(series: readonly Series[]): Panel[] {
  const looks = looksOf(series);
  const panels = new Map<string, Panel>();
  series.forEach((one, column) => {
    const key = one.unit ?? "";
    const panel = panels.get(key) ?? { series: [], looks: [], columns: [] };
    panels.set(key, panel);
    panel.series.push(one);
    panel.columns.push(column);
    const look = looks[column];
    if (look) panel.looks.push(look);
  });
  return [...panels.values()];
}

export type ChartPanelsProps = { kind: ChartKind; data: ChartData; title: string };

/** The pictures of a chart, each under the names of what it shows. The kind must suit the data. */
export function ChartPanels({ kind, data, title }: ChartPanelsProps): ReactNode {
  const { axis } = data;
  if (axis.kind === "none") return <SingleNumber data={{ axis, series: data.series }} />;
  const panels = panelsOf(data.series);
  return panels.map(({ series, looks, columns }) => {
    const name = panels.length > 1 ? `${title}: ${series.map(({ label }) => label).join(", ")}` : title;
    const same = { title: name, looks, columns };
    return (
      <div className="grid min-w-0 gap-2" key={columns[0]}>
        <ChartLegend
          as={kind === "line" && series.length > 1 ? "line" : "fill"}
          looks={looks}
          series={series}
        />
        {axis.kind === "category" ? (
          <BarChart data={{ axis, series }} {...same} />
        ) : kind === "line" ? (
          <LineChart data={{ axis, series }} {...same} />
        ) : (
          <StackedBars data={{ axis, series }} {...same} />
        )}
      </div>
    );
  });
}
