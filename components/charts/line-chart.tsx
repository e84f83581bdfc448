import { area, line } from "d3-shape";
import { TIME_AXIS_ROOM, TimeAxis, ValueAxis, valueAxisRoom } from "./axes";
import type { TimeData } from "./chart-data";
import { ChartReadout } from "./chart-readout";
import { describeChart } from "./describe-chart";
import { PLOT_WIDTH, Plot, percent, Stretched } from "./plot";
import { looksOf, type SeriesLook } from "./series-look";
import { markerPath, SeriesMark } from "./series-mark";
import { type PlotPoint, thinPoints } from "./thin-points";
import { type ValueScale, valueScale } from "./value-scale";

export type LineChartProps = {
  data: TimeData;
  /** The chart's accessible name. */
  title: string;
  /** Given when the series are some of a chart's, so that they look as in the rest of it. */
  looks?: readonly SeriesLook[] | undefined;
  /** Which columns of the chart's table hold these series; the first ones unless given. */
  columns?: readonly number[] | undefined;
};

const HEIGHT = 240;
/** At most so many markers on a line; they tell lines apart and need not stand at every point. */
const MARKERS = 10;

/** From 0 to 1, true to the distances between the moments. A single moment stands in the middle. */
function positionsOf({ axis }: TimeData): number[] {
  const first = axis.points[0]?.at ?? 0;
  const span = (axis.points.at(-1)?.at ?? 0) - first;
  return axis.points.map(({ at }) => (span > 0 ? Math.round(((at - first) / span) * 1e5) / 1e5 : 0.5));
}

/** Values over time as 1 to 12 lines. A single one is filled down to zero. Gaps stay open. */
export function LineChart({ data, title, looks = looksOf(data.series), columns }: LineChartProps) {
  const positions = positionsOf(data);
  const filled = data.series.length === 1;
  const scale = valueScale(
    data.series.flatMap(({ values }) => values),
    [HEIGHT, 0],
    { fromZero: filled },
  );
  const lines = data.series.map(({ values }) =>
    positions.map((x, index): PlotPoint => ({ x, y: values[index] ?? null })),
  );
  const last = lines.length - 1;
  return (
    <Plot
      description={describeChart("Line chart", data)}
      height={HEIGHT}
      over={
        <ChartReadout
          along="x"
          columns={columns ?? data.series.map((_, index) => index)}
          label={title}
          marks={looks.map((look) => (
            <SeriesMark as={filled ? "fill" : "line"} key={`${look.color} ${look.dash}`} look={look} />
          ))}
          positions={positions}
        />
      }
      room={{ top: 10, right: 22, bottom: TIME_AXIS_ROOM, left: valueAxisRoom(scale) }}
      title={title}
    >
      <ValueAxis scale={scale} />
      <TimeAxis axis={data.axis} height={HEIGHT} positions={positions} />
      {lines.toReversed().map((points, turned) => {
        const index = last - turned;
        const look = looks[index];
        return look ? (
          <Line
            filled={filled}
            key={`${index}-${look.color}`}
            look={look}
            offset={index}
            points={points}
            scale={scale}
          />
        ) : null;
      })}
    </Plot>
  );
}

type LineProps = {
  points: readonly PlotPoint[];
  look: SeriesLook;
  scale: ValueScale;
  filled: boolean;
  /** Shifts the markers, so that those of lines that lie close don't cover each other. */
  offset: number;
};

function Line({ points, look, scale, filled, offset }: LineProps) {
  const drawn = thinPoints(points);
  const x = (point: PlotPoint) => point.x * PLOT_WIDTH;
  const y = (point: PlotPoint) => scale.place(point.y ?? 0);
  const there = (point: PlotPoint) => point.y !== null;
  const path = line<PlotPoint>().defined(there).x(x).y(y).digits(1)(drawn);
  const shade = filled
    ? area<PlotPoint>().defined(there).x(x).y0(scale.place(0)).y1(y).digits(1)(drawn)
    : null;
  return (
    <g className={look.color}>
      <Stretched height={HEIGHT}>
        {shade ? <path d={shade} fill="currentColor" fillOpacity="0.13" /> : null}
        {path ? (
          <path
            d={path}
            fill="none"
            stroke="currentColor"
            strokeDasharray={look.dash}
            strokeLinecap="round"
            strokeLinejoin="round"
            strokeWidth="2"
            vectorEffect="non-scaling-stroke"
          />
        ) : null}
        <Lonely points={drawn} x={x} y={y} />
      </Stretched>
      {filled
        ? null
        : spread(points, offset).map((point) => (
            <svg
              aria-hidden
              height="1"
              key={point.x}
              overflow="visible"
              width="1"
              x={percent(point.x)}
              y={y(point)}
            >
              <path className="stroke-surface" d={markerPath(look)} fill="currentColor" strokeWidth="1.5" />
            </svg>
          ))}
    </g>
  );
}

type LonelyProps = {
  points: readonly PlotPoint[];
  x: (point: PlotPoint) => number;
  y: (point: PlotPoint) => number;
};

/** Values with a gap on both sides make no line; they are drawn as dots. */
function Lonely({ points, x, y }: LonelyProps) {
  const alone = points.filter(
    (point, index) =>
      point.y !== null && (points[index - 1]?.y ?? null) === null && (points[index + 1]?.y ?? null) === null,
  );
  if (alone.length === 0) return null;
  return (
    <path
      d={alone.map((point) => `M${x(point).toFixed(1)},${y(point).toFixed(1)}h0`).join("")}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeWidth="7"
      vectorEffect="non-scaling-stroke"
    />
  );
}

function spread(points: readonly PlotPoint[], offset: number): PlotPoint[] {
  const real = points.filter(({ y }) => y !== null);
  const step = Math.max(1, Math.ceil(real.length / MARKERS));
  const start = real.length > MARKERS ? Math.floor((offset * step * 0.38) % step) : 0;
  return real.filter((_, index) => index % step === start);
}
