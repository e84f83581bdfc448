import type { DatasetColumn } from "@/lib/analytics/ask-dataset";
import type { SpecProblem } from "@/lib/analytics/check-spec";
import type { Unanswered } from "@/lib/analytics/engine/analytics-engine";
import type { Filter, FilterOperator, Grain, Measure, MeasureFunction, Spec } from "@/lib/analytics/spec";
import { joinList } from "./split-list";

/** What a measure is called in a list, before its column. */
export const functionWords: Record<MeasureFunction, string> = {
  count: "Number of rows",
  sum: "Sum",
  avg: "Average",
  min: "Smallest",
  max: "Largest",
  count_distinct: "Distinct values",
  median: "Median",
  p95: "95th percentile",
};

export const grainWords: Record<Grain, string> = {
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
  quarter: "Quarter",
  year: "Year",
};

export const operatorWords: Record<FilterOperator, string> = {
  eq: "is",
  ne: "is not",
  lt: "is less than",
  lte: "is at most",
  gt: "is more than",
  gte: "is at least",
  in: "is one of",
  not_in: "is none of",
  contains: "contains",
  starts_with: "starts with",
  is_null: "is empty",
  not_null: "is not empty",
};

type Columns = readonly Pick<DatasetColumn, "cid" | "name">[];

export function nameColumn(cid: string, columns: Columns): string {
  return columns.find((column) => column.cid === cid)?.name ?? "a column that is gone";
}

/** "Sum of Amount". */
export function describeMeasure(measure: Measure, columns: Columns): string {
  if (measure.fn === "count") return functionWords.count;
  return `${functionWords[measure.fn]} of ${nameColumn(measure.column, columns)}`;
}

/** "Channel is one of web, phone". */
export function describeFilter({ column, op, values }: Filter, columns: Columns): string {
  return [nameColumn(column, columns), operatorWords[op], joinList(values)].filter(Boolean).join(" ");
}

/** The question in a line: "Sum of Amount by Channel, by month". */
export function describeSpec(spec: Spec, columns: Columns): string {
  const measures = spec.measures.map((measure) => describeMeasure(measure, columns)).join(", ");
  const by = spec.breakdown === null ? "" : ` by ${nameColumn(spec.breakdown.column, columns)}`;
  const grain = spec.time?.grain ? `, by ${grainWords[spec.time.grain].toLowerCase()}` : "";
  return `${measures}${by}${grain}`;
}

/** What narrows the rows, a sentence each: range and filters. */
export function describeNarrowing(spec: Spec, columns: Columns): string[] {
  const { time, filters } = spec;
  const range =
    time === null || (time.from === null && time.to === null)
      ? []
      : [`${nameColumn(time.column, columns)} ${rangeWords(time.from, time.to)}`];
  return [...range, ...filters.map((filter) => describeFilter(filter, columns))];
}

function rangeWords(from: string | null, to: string | null): string {
  if (from === null) return `until ${to}`;
  return to === null ? `from ${from}` : `from ${from} to ${to}`;
}

/** What is wrong with a question, where, and what to do. */
export function describeProblem(problem: SpecProblem, columns: Columns): string {
  if (problem.code === "range-backwards") return "The range ends before it begins: change From or To.";
  const name = nameColumn(problem.column, columns);
  switch (problem.code) {
    case "unknown-column":
      return "The question names a column that this dataset does not have (any more): choose another.";
    case "not-numeric":
      return `${name} holds no numbers: choose a column of numbers, or count distinct values.`;
    case "not-temporal":
      return `${name} holds no dates: choose a column of dates for the time line.`;
    case "no-hours":
      return `${name} holds days without hours: choose days or something longer.`;
    case "not-text":
      return `${name} holds no text: use "is" or a comparison in the filter.`;
    case "wrong-number-of-values":
      return `The filter on ${name} needs a value: type one, or remove the filter.`;
    case "bad-value":
      return `"${problem.value}" can't be compared with ${name}: ${exampleFor(problem.value)}`;
  }
}

function exampleFor(value: string): string {
  return value === ""
    ? "type a value, or choose “is empty”."
    : "write numbers like 1234.5, days like 2024-12-31, and yes or no as true or false.";
}

/** Why there is no answer, and what to do. */
export const unansweredWords: Record<Unanswered["reason"], { title: string; text: string }> = {
  busy: {
    title: "Too many questions at once",
    text: "Your organisation has many questions waiting. Try again in a few seconds.",
  },
  timeout: {
    title: "This takes too long",
    text: "The question was given up. Narrow the range, add a filter, or choose a longer grain.",
  },
  "too-much-memory": {
    title: "This needs too much memory",
    text: "The question was given up. Narrow the range, add a filter, or count fewer distinct values.",
  },
  "out-of-range": {
    title: "The numbers grow too large",
    text: "A sum has more digits than can be held. Add a filter, or choose another measure.",
  },
  missing: {
    title: "The data is not there",
    text: "The file of this dataset can't be found. Tell Analystick; the charts you kept are safe.",
  },
  aborted: { title: "The question was called off", text: "Ask it again if you still want to know." },
  broken: {
    title: "This can't be answered",
    text: "The question broke twice. Change it a little; if that does not help, tell Analystick.",
  },
};
