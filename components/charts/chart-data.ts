/** One measure, or one value of a breakdown: a name and its values by position on the axis. */
export type Series = {
  label: string;
  /** null is a gap: there is no value, which is not a zero. */
  values: readonly (number | null)[];
  /** The same values as people read them, exact and formatted. Said, listed and put into the table as they are. */
  texts: readonly string[];
  /** What the values count, for example "EUR". Series of different units are drawn in plots of their own. */
  unit?: string | undefined;
  /** Holds what was left after the largest values of a breakdown. */
  isOther?: boolean | undefined;
};

export type Grain = "hour" | "day" | "week" | "month" | "quarter" | "year";

/** Buckets of time in order; `at` is the start of a bucket in milliseconds of UTC, `label` is ready to read. */
export type TimeAxis = { kind: "time"; grain: Grain; points: readonly { at: number; label: string }[] };

/** Values of a breakdown in the order they are drawn. */
export type CategoryAxis = {
  kind: "category";
  points: readonly { label: string; isOther?: boolean | undefined }[];
};

/** No axis: every series holds one value. */
export type NoAxis = { kind: "none" };

export type TimeData = { axis: TimeAxis; series: readonly Series[] };
export type CategoryData = { axis: CategoryAxis; series: readonly Series[] };
export type PlainData = { axis: NoAxis; series: readonly Series[] };

/** The rows of one answer, ready to be drawn. */
export type ChartData = TimeData | CategoryData | PlainData;

/** The names of the places on the axis; one place without a name when there is no axis. */
export function placesOf({ axis }: ChartData): readonly string[] {
  return axis.kind === "none" ? [""] : axis.points.map((point) => point.label);
}

/** Whether there is a single value to draw; an answer of nothing but gaps has none. */
export function hasValues({ series }: Pick<ChartData, "series">): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}

/** A series' name with its unit. */
export function nameOf({ label, unit }: Series): string {
  return unit ? `${label} (${unit})` : label;
}
