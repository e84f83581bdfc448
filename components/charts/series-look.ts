import {
  type SymbolType,
  symbolCircle,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
  symbolWye,
} from "d3-shape";
import type { Series } from "./chart-data";

/** How one series is told from the others: by colour, and for lines also by marker and dash. */
export type SeriesLook = {
  /** Sets `currentColor`; shapes are filled or stroked with that. */
  color: string;
  marker: SymbolType;
  /** `stroke-dasharray`; nothing for an unbroken line. */
  dash: string | undefined;
};

const colors = [
  "text-chart-1",
  "text-chart-2",
  "text-chart-3",
  "text-chart-4",
  "text-chart-5",
  "text-chart-6",
  "text-chart-7",
  "text-chart-8",
  "text-chart-9",
  "text-chart-10",
  "text-chart-11",
  "text-chart-12",
] as const;

/** An upside-down triangle. */
const symbolPoint: SymbolType = {
  draw(context, size) {
    const half = Math.sqrt(size / (Math.sqrt(3) * 3));
    context.moveTo(0, half * 2);
    context.lineTo(-Math.sqrt(3) * half, -half);
    context.lineTo(Math.sqrt(3) * half, -half);
    context.closePath();
  },
};

const markers = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolPoint, symbolWye] as const;

/**
 * A look for each series in order. Twelve are told apart by colour, and by marker and dash together; "Other" is grey
 * and takes no colour from the rest. A thirteenth series looks like the first.
 */
export function looksOf(series: readonly Series[]): SeriesLook[] {
  let next = 0;
  return series.map(({ isOther }) => {
    if (isOther) return { color: "text-chart-other", marker: symbolCircle, dash: "1.5 4" };
    const turn = next++ % colors.length;
    return {
      color: colors[turn] ?? colors[0],
      marker: markers[turn % markers.length] ?? symbolCircle,
      dash: turn < markers.length ? undefined : "6 4",
    };
  });
}
