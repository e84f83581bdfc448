import type { Answer } from "@/lib/analytics/answer";
import type { DatasetColumn } from "@/lib/analytics/ask-dataset";
import type { Spec } from "@/lib/analytics/spec";
import { tableRows } from "@/lib/analytics/table-rows";
import { csvLine } from "@/lib/base/csv-line";
import { nameGroup } from "./name-group";
import { describeMeasure, grainWords, nameColumn } from "./question-words";

/**
 * The table that the page shows, as CSV with a byte order mark: the same lines in the same order, numbers with every
 * digit and without separators. Text that a spreadsheet would run is made harmless.
 */
export function* writeCsv(spec: Spec, answer: Answer, columns: readonly DatasetColumn[]): Generator<string> {
  const { grain, groups } = answer;
  yield `\ufeff${csvLine([
    ...(grain === null ? [] : [grainWords[grain]]),
    ...(groups === null ? [] : [nameColumn(spec.breakdown?.column ?? "", columns)]),
    ...spec.measures.map((measure) => describeMeasure(measure, columns)),
  ])}`;
  for (const { bucket, group, values } of tableRows(answer)) {
    const places = [
      ...(grain === null ? [] : [bucket === null ? "" : grain === "hour" ? bucket : bucket.slice(0, 10)]),
      ...(group === null ? [] : [nameGroup(group, (key) => key)]),
    ];
    yield `${csvLine(places).slice(0, -2)}${places.length > 0 ? "," : ""}${values.map((value) => value ?? "").join(",")}\r\n`;
  }
}
