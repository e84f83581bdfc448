import type { CategoryData, ChartData, Series, TimeData } from "@/components/charts/chart-data";
import type { ChartKind } from "@/components/charts/refuse-chart";
import type { Answer, AnsweredMeasure, Group, Value } from "@/lib/analytics/answer";
import type { DatasetColumn } from "@/lib/analytics/ask-dataset";
import type { View } from "@/lib/analytics/drawn-spec";
import type { Spec } from "@/lib/analytics/spec";
import { formatBucket, formatValue } from "./format-value";
import { nameGroup } from "./name-group";
import { describeMeasure, describeSpec, grainWords, nameColumn } from "./question-words";

export type Figure = { kind: ChartKind; title: string; data: ChartData; placeName: string };

/** An answer as figures: one for each measure, since measures share no scale; numbers and tables stand together. */
export function toFigures(
  spec: Spec,
  view: View,
  answer: Answer,
  columns: readonly DatasetColumn[],
): Figure[] {
  const kind = kindOf(spec, view, answer);
  const placeName =
    answer.grain === null ? nameColumn(spec.breakdown?.column ?? "", columns) : grainWords[answer.grain];
  const all = answer.measures.map((measure, m) => ({ measure, m }));
  const isPivot = answer.grain !== null && answer.groups !== null;
  const isTogether = kind === "number" || (kind === "table" && !isPivot);
  const bundles = isTogether ? [all] : all.map((one) => [one]);
  return bundles.map((bundle) => ({
    kind,
    placeName,
    title: describeSpec({ ...spec, measures: bundle.map(({ measure }) => measure.measure) }, columns),
    data: toData(bundle),
  }));

  function toData(bundle: readonly { measure: AnsweredMeasure; m: number }[]): ChartData {
    const by = columns.find(({ cid }) => cid === spec.breakdown?.column);
    const name = (group: Group) => nameGroup(group, (key) => formatValue(key, by?.kind ?? "text", by?.scale));
    if (answer.grain === null && answer.groups === null)
      return {
        axis: { kind: "none" },
        series: bundle.map(({ measure, m }) => measureSeries(measure, (answer.values[m] ?? [[]])[0] ?? [])),
      };
    if (answer.grain === null)
      return {
        axis: {
          kind: "category",
          points: (answer.groups ?? []).map((group) => ({ label: name(group), isOther: group.isRest })),
        },
        series: bundle.map(({ measure, m }) =>
          measureSeries(
            measure,
            (answer.values[m] ?? []).map(([value]) => value ?? null),
          ),
        ),
      } satisfies CategoryData;
    const { grain } = answer;
    const dated = answer.buckets.filter((bucket) => bucket !== null);
    const points = dated.map((bucket) => ({
      at: Date.parse(`${bucket}Z`),
      label: formatBucket(bucket, grain),
    }));
    const series = bundle.flatMap(({ measure, m }) =>
      (answer.values[m] ?? []).map((values, g) => {
        const group = answer.groups?.[g];
        const kept = values.slice(0, dated.length);
        if (group === undefined) return measureSeries(measure, kept);
        return { ...measureSeries(measure, kept), label: name(group), isOther: group.isRest };
      }),
    );
    return { axis: { kind: "time", grain, points }, series } satisfies TimeData;
  }

  function measureSeries(
    { measure, kind: valueKind, scale }: AnsweredMeasure,
    values: readonly Value[],
  ): Series {
    return {
      label: describeMeasure(measure, columns),
      values: values.map((value) => toNumber(value)),
      texts: values.map((value) => formatValue(value, valueKind, scale)),
    };
  }
}

/** Dates and moments have no place on a value axis: their charts are tables. */
function kindOf({ breakdown, measures }: Spec, view: View, answer: Answer): ChartKind {
  const isNumbers = answer.measures.every(
    ({ kind }) => kind === "integer" || kind === "decimal" || kind === "number",
  );
  if (view !== "auto") return view;
  if (answer.grain === null && breakdown === null) return "number";
  if (!isNumbers) return "table";
  if (answer.grain === null) return "bar";
  if (breakdown === null) return "line";
  const canStack = measures.every(({ fn }) => fn === "count" || fn === "sum");
  return canStack ? "stacked" : "line";
}

function toNumber(value: Value): number | null {
  if (value === null) return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}
