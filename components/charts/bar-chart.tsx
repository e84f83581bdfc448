import type { CategoryData, Series } from "./chart-data";
import { ChartReadout } from "./chart-readout";
import { describeChart } from "./describe-chart";
import { Plot, percent } from "./plot";
import { looksOf, type SeriesLook } from "./series-look";
import { SeriesMark } from "./series-mark";
import { shortNumber } from "./short-number";
import { isolate, shorten, textWidth } from "./text-width";
import { type ValueScale, valueScale } from "./value-scale";

export type BarChartProps = {
  data: CategoryData;
  /** The chart's accessible name. */
  title: string;
  /** Given when the series are some of a chart's, so that they look as in the rest of it. */
  looks?: readonly SeriesLook[] | undefined;
  /** Which columns of the chart's table hold these series; the first ones unless given. */
  columns?: readonly number[] | undefined;
};

/** Pixels for the names on the left, where there is plenty of room and where there is little. */
const NAMES = { least: 24, wide: 220, narrow: 116 };
const GAP = 10;

/** A value at its bar: all its digits where they fit, else short. */
function valueText({ values, texts }: Series, index: number): string {
  const value = values[index] ?? null;
  if (value === null) return "no value";
  const exact = texts[index] ?? String(value);
  return exact.length <= 12 ? exact : shortNumber(value);
}

/** Bars for the values of a breakdown, each with its value; several measures stand in groups. */
export function BarChart({ data, title, looks = looksOf(data.series), columns }: BarChartProps) {
  const { series } = data;
  const places = data.axis.points;
  const thickness = series.length > 1 ? 16 : 20;
  const slot = thickness * series.length + GAP;
  const height = slot * places.length;
  const values = series.flatMap((one) => one.values);
  const scale = valueScale(values, [0, 1], { fromZero: true, round: false });
  const texts = series.flatMap((one) => places.map((_, index) => valueText(one, index)));
  const valueRoom = Math.ceil(Math.max(...texts.map((text) => textWidth(text)))) + 10;
  const leftOfBars = values.some((value) => value !== null && value < 0) ? valueRoom : 0;
  const longest = Math.max(NAMES.least, ...places.map(({ label }) => textWidth(label.slice(0, 80))));
  const names = { wide: Math.min(NAMES.wide, longest), narrow: Math.min(NAMES.narrow, longest) };
  return (
    <Plot
      description={describeChart("Bar chart", data)}
      height={height}
      over={
        <ChartReadout
          along="y"
          columns={columns ?? series.map((_, index) => index)}
          label={title}
          marks={looks.map((look) => <SeriesMark as="fill" key={look.color} look={look} />)}
          positions={places.map((_, index) => Math.round(((index + 0.5) / places.length) * 1e4) / 1e4)}
        />
      }
      room={{
        top: 4,
        right: valueRoom,
        bottom: 4,
        left: Math.ceil(names.wide + leftOfBars + 10),
        narrowLeft: Math.ceil(names.narrow + leftOfBars + 10),
      }}
      title={title}
    >
      {places.map(({ label, isOther }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places never move, and two may have one name.
        <g key={index}>
          <title>{`${label}: ${series.map((one) => `${one.label} ${one.texts[index] || "no value"}`).join(", ")}`}</title>
          <Name
            isOther={isOther}
            label={label}
            names={names}
            x={-(leftOfBars + 10)}
            y={slot * (index + 0.5)}
          />
          {series.map((one, measure) => (
            <Bar
              color={isOther && series.length === 1 ? "text-chart-other" : (looks[measure]?.color ?? "")}
              key={looks[measure]?.color}
              scale={scale}
              text={valueText(one, index)}
              thickness={thickness}
              value={one.values[index] ?? null}
              y={slot * index + GAP / 2 + thickness * measure}
            />
          ))}
        </g>
      ))}
      <line
        className="stroke-border-strong"
        shapeRendering="crispEdges"
        x1={percent(scale.place(0))}
        x2={percent(scale.place(0))}
        y1="0"
        y2={height}
      />
    </Plot>
  );
}

type NameProps = {
  label: string;
  isOther: boolean | undefined;
  names: { wide: number; narrow: number };
  x: number;
  y: number;
};

/** A value of the breakdown, cut to the room there is. */
function Name({ label, isOther, names, x, y }: NameProps) {
  const [wide, narrow] = [shorten(label, names.wide + 1), shorten(label, names.narrow + 1)];
  const look = isOther ? "fill-muted text-xs italic" : "fill-text text-xs";
  const same = { dy: "0.35em", textAnchor: "end", x, y } as const;
  if (wide === narrow) {
    return (
      <text className={look} {...same}>
        {isolate(wide)}
      </text>
    );
  }
  return (
    <>
      <text className={`${look} @lg/chart:hidden`} {...same}>
        {isolate(narrow)}
      </text>
      <text className={`${look} hidden @lg/chart:inline`} {...same}>
        {isolate(wide)}
      </text>
    </>
  );
}

type BarProps = {
  value: number | null;
  text: string;
  scale: ValueScale;
  color: string;
  y: number;
  thickness: number;
};

function Bar({ value, text, scale, color, y, thickness }: BarProps) {
  const [zero, end] = [scale.place(0), scale.place(value ?? 0)];
  const below = value !== null && value < 0;
  return (
    <>
      {value === null ? null : (
        <rect
          className={color}
          fill="currentColor"
          height={thickness - 2}
          rx="2"
          width={percent(Math.abs(end - zero))}
          x={percent(Math.min(zero, end))}
          y={y + 1}
        />
      )}
      <text
        className={value === null ? "fill-muted text-xs" : "fill-text text-xs tabular-nums"}
        dx={below ? -6 : 6}
        dy="0.35em"
        textAnchor={below ? "end" : "start"}
        x={percent(end)}
        y={y + thickness / 2}
      >
        {text}
      </text>
    </>
  );
}
