import { type ChartData, nameOf, placesOf, type Series } from "./chart-data";

type Found = { value: number; text: string; place: string; series: Series };

/**
 * What a chart shows, in words, for people who don't see it: the kind, the series, the range, the highest and the
 * lowest value.
 * @param kind "Line chart", "Bar chart"
 */
export function describeChart(kind: string, data: ChartData): string {
  const places = placesOf(data);
  const found = data.series.flatMap((series) =>
    series.values.flatMap((value, index): Found[] =>
      value === null
        ? []
        : [{ value, text: series.texts[index] ?? String(value), place: places[index] ?? "", series }],
    ),
  );
  const [first] = found;
  if (!first) return `${kind}. There is no value to draw.`;
  const highest = found.reduce((best, next) => (next.value > best.value ? next : best), first);
  const lowest = found.reduce((best, next) => (next.value < best.value ? next : best), first);
  const several = data.series.length > 1;
  const sentences = [`${kind} of ${listNames(data.series)}${rangeOf(data)}.`];
  if (found.length === 1) sentences.push(`The only value: ${sayFound(first, several)}.`);
  else if (highest.value === lowest.value) sentences.push(`All values are ${first.text}.`);
  else sentences.push(`Highest: ${sayFound(highest, several)}.`, `Lowest: ${sayFound(lowest, several)}.`);
  return sentences.join(" ");
}

function sayFound({ text, place, series }: Found, several: boolean): string {
  const where = place ? ` (${place})` : "";
  return several ? `${series.label}, ${text}${where}` : `${text}${where}`;
}

function listNames(series: readonly Series[]): string {
  const names = series.map(nameOf);
  if (names.length <= 4) return names.join(", ");
  return `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;
}

function rangeOf(data: ChartData): string {
  const { axis } = data;
  if (axis.kind === "none") return "";
  const count = axis.points.length;
  if (axis.kind === "category") return ` in ${count} ${count === 1 ? "group" : "groups"}`;
  const [first, last] = [axis.points[0]?.label, axis.points.at(-1)?.label];
  return count === 1 ? ` by ${axis.grain}, ${first}` : ` by ${axis.grain}, ${first} to ${last}`;
}
