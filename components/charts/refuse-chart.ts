import type { ChartData } from "./chart-data";

export type ChartKind = "line" | "bar" | "stacked" | "number" | "table";

/** Kinds that are a picture; the others are words and numbers on the page. */
export function isDrawn(kind: ChartKind): boolean {
  return kind === "line" || kind === "bar" || kind === "stacked";
}

/** More than these can't be told apart. */
const MOST_SERIES = 12;

/** Why this kind can't show this data, in words for people; null when it can. The table can always. */
export function refusalOf(kind: ChartKind, { axis, series }: ChartData): string | null {
  if (kind === "table") return null;
  if (kind === "number") return axis.kind === "none" ? null : "A number can't show several places at once.";
  if (axis.kind === "none") return "There is one value only. Show it as a number.";
  const colored = series.filter(({ isOther }) => !isOther).length;
  if (colored > MOST_SERIES) return `More than ${MOST_SERIES} series can't be told apart. Choose fewer.`;
  if (axis.kind === "time") {
    return kind === "bar" && series.length > 1
      ? "Bars over time show one series. Choose lines or stacked bars."
      : null;
  }
  return kind === "bar" ? null : "Lines and stacked bars need time on their axis. Choose bars.";
}
