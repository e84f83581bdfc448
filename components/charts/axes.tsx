import type { TimeAxis as TimeAxisData } from "./chart-data";
import { percent } from "./plot";
import { textWidth } from "./text-width";
import { type TimeTick, timeTicks } from "./time-ticks";
import type { ValueScale } from "./value-scale";

/** Pixels that the labels of a value axis take, with the space beside them. */
export function valueAxisRoom({ ticks }: ValueScale): number {
  return Math.ceil(Math.max(16, ...ticks.map(({ label }) => textWidth(label))) + 10);
}

/** Fine lines across the plot with their values on the left; zero has a stronger one. */
export function ValueAxis({ scale }: { scale: ValueScale }) {
  return (
    <g aria-hidden>
      {scale.ticks.map(({ value, label }) => (
        <g key={value}>
          <line
            className={value === 0 ? "stroke-border-strong" : "stroke-border"}
            shapeRendering="crispEdges"
            x1="0"
            x2="100%"
            y1={scale.place(value)}
            y2={scale.place(value)}
          />
          <text
            className="fill-muted text-xs tabular-nums"
            dy="0.35em"
            textAnchor="end"
            x="-10"
            y={scale.place(value)}
          >
            {label}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Pixels under the plot for two lines of labels. */
export const TIME_AXIS_ROOM = 40;

export type TimeAxisProps = {
  axis: TimeAxisData;
  /** Where each point of the axis stands, from 0 to 1. */
  positions: readonly number[];
  height: number;
};

/** Labels of time under the plot: few where there is little room, more where there is plenty. */
export function TimeAxis({ axis, positions, height }: TimeAxisProps) {
  return (
    <>
      <g aria-hidden className="@lg/chart:hidden">
        <Ticks height={height} positions={positions} ticks={spaced(timeTicks(axis, 4), positions, 4)} />
      </g>
      <g aria-hidden className="hidden @lg/chart:inline">
        <Ticks height={height} positions={positions} ticks={spaced(timeTicks(axis, 8), positions, 8)} />
      </g>
    </>
  );
}

/** Points may be missing, so that round moments stand too close together; of those the first stays. */
function spaced(ticks: readonly TimeTick[], positions: readonly number[], most: number): TimeTick[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ index }) => {
    const position = positions[index] ?? 0;
    if (position < free) return false;
    free = position + 0.75 / most;
    return true;
  });
}

type TicksProps = { ticks: readonly TimeTick[]; positions: readonly number[]; height: number };

function Ticks({ ticks, positions, height }: TicksProps) {
  return ticks.map(({ index, label, context }) => {
    const x = percent(positions[index] ?? 0);
    return (
      <g key={index}>
        <line className="stroke-border-strong" x1={x} x2={x} y1={height} y2={height + 5} />
        <text className="fill-muted text-xs tabular-nums" textAnchor="middle" x={x} y={height + 18}>
          {label}
        </text>
        {context ? (
          <text
            className="fill-text font-medium text-xs tabular-nums"
            textAnchor="middle"
            x={x}
            y={height + 33}
          >
            {context}
          </text>
        ) : null}
      </g>
    );
  });
}
