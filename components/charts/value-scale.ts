import { type ScaleLinear, scaleLinear } from "d3-scale";
import { shortNumber } from "./short-number";

export type ValueScale = {
  /** From a value to a place between the two ends. */
  place: ScaleLinear<number, number>;
  ticks: { value: number; label: string }[];
};

/** The smallest and the largest value; null when there is none. Safe for a hundred thousand values. */
export function extentOf(values: Iterable<number | null>): [number, number] | null {
  let extent: [number, number] | null = null;
  for (const value of values) {
    if (value === null || !Number.isFinite(value)) continue;
    extent = extent ? [Math.min(extent[0], value), Math.max(extent[1], value)] : [value, value];
  }
  return extent;
}

export type ValueScaleNeeds = {
  /** Bars and areas are read by their length, so their scale holds the zero. */
  fromZero: boolean;
  /** Whether the ends are round numbers; not needed where no axis is drawn. */
  round?: boolean | undefined;
};

/** A scale from the smallest to the largest value, with about four ticks at round numbers. */
export function valueScale(
  values: Iterable<number | null>,
  range: [number, number],
  { fromZero, round = true }: ValueScaleNeeds,
): ValueScale {
  const [low, high] = extentOf(values) ?? [0, 0];
  if (low === 0 && high === 0) {
    // Nothing but zeros: they lie at the foot, and no other number is invented beside them.
    return { place: scaleLinear([0, 1], range), ticks: [{ value: 0, label: "0" }] };
  }
  let [bottom, top] = fromZero ? [Math.min(0, low), Math.max(0, high)] : [low, high];
  if (bottom === top) {
    // One level only lies in the middle.
    const half = Math.abs(top) / 2;
    [bottom, top] = [bottom - half, top + half];
  }
  const place = scaleLinear([bottom, top], range);
  if (round) place.nice(4);
  const ticks = place.ticks(4);
  const largest = Math.max(...ticks.map(Math.abs));
  return {
    place,
    ticks: withoutTwins(ticks.map((value) => ({ value, label: shortNumber(value, largest) }))),
  };
}

/** Values so close together that their short numbers read the same: those labels are left away. */
function withoutTwins(ticks: ValueScale["ticks"]): ValueScale["ticks"] {
  const seen = new Set<string>();
  return ticks.filter(({ label }) => !seen.has(label) && seen.add(label));
}
