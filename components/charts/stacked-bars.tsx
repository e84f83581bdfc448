import { stack, stackOffsetDiverging } from "d3-shape";
import { TIME_AXIS_ROOM, TimeAxis, ValueAxis, valueAxisRoom } from "./axes";
import type { TimeData } from "./chart-data";
import { ChartReadout } from "./chart-readout";
import { describeChart } from "./describe-chart";
import type { LineChartProps } from "./line-chart";
import { PLOT_WIDTH, Plot, Stretched } from "./plot";
import { looksOf } from "./series-look";
import { SeriesMark } from "./series-mark";
import { type ValueScale, valueScale } from "./value-scale";

const HEIGHT = 240;

type Layer = readonly (readonly [number, number])[];

/** From-to for each series at each place: above zero they stand on each other, below zero they hang under each other. */
function layersOf({ axis, series }: TimeData): Layer[] {
  const stacked = stack<number, number>()
    .keys(series.keys())
    .value((place, one) => series[one]?.values[place] ?? 0)
    .offset(stackOffsetDiverging)([...axis.points.keys()]);
  return stacked.map((layer) => layer.map(([from, to]) => [from, to]));
}

/** Parts of a whole over time. "Other" is grey. Values below zero hang under the zero line. */
export function StackedBars({ data, title, looks = looksOf(data.series), columns }: LineChartProps) {
  const count = data.axis.points.length;
  const positions = data.axis.points.map((_, index) => Math.round(((index + 0.5) / count) * 1e5) / 1e5);
  const layers = layersOf(data);
  const scale = valueScale(layers.flat(2), [HEIGHT, 0], { fromZero: true });
  return (
    <Plot
      description={describeChart(data.series.length > 1 ? "Stacked bars" : "Bar chart", data)}
      height={HEIGHT}
      over={
        <ChartReadout
          along="x"
          columns={columns ?? data.series.map((_, index) => index)}
          label={title}
          marks={looks.map((look) => <SeriesMark as="fill" key={look.color} look={look} />)}
          positions={positions}
        />
      }
      room={{ top: 10, right: 14, bottom: TIME_AXIS_ROOM, left: valueAxisRoom(scale) }}
      title={title}
    >
      <ValueAxis scale={scale} />
      <TimeAxis axis={data.axis} height={HEIGHT} positions={positions} />
      <Stretched height={HEIGHT}>
        {layers.map((layer, index) => (
          // A hair of the background between the parts keeps neighbours apart without their colours.
          <path
            className={`stroke-surface ${looks[index]?.color ?? ""}`}
            d={barsPath(layer, scale)}
            fill="currentColor"
            // biome-ignore lint/suspicious/noArrayIndexKey: series never move.
            key={index}
            strokeWidth={count > 120 ? 0 : 1}
            vectorEffect="non-scaling-stroke"
          />
        ))}
      </Stretched>
      <line
        className="stroke-border-strong"
        shapeRendering="crispEdges"
        x1="0"
        x2="100%"
        y1={scale.place(0)}
        y2={scale.place(0)}
      />
    </Plot>
  );
}

/** One outline for all bars of a series: a thousand bars are one element. */
function barsPath(layer: Layer, { place }: ValueScale): string {
  const slot = PLOT_WIDTH / layer.length;
  // A lone bar as wide as the plot would look like a wall.
  const width = Math.min(slot * (layer.length > 120 ? 1 : 0.76), PLOT_WIDTH / 6);
  return layer
    .map(([from, to], index) => {
      if (from === to) return "";
      const left = (slot * (index + 0.5) - width / 2).toFixed(2);
      const [top, bottom] = [place(to).toFixed(1), place(from).toFixed(1)];
      return `M${left},${bottom}V${top}h${width.toFixed(2)}V${bottom}z`;
    })
    .join("");
}
