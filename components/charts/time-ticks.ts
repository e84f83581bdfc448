import type { TimeAxis } from "./chart-data";

export type TimeTick = {
  /** Which of the axis' points it marks. */
  index: number;
  label: string;
  /** The day or year that the label is part of; said once, where it begins. */
  context: string | undefined;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** 5 January 1970 was a Monday. */
const MONDAY = 4 * DAY;

const months = (at: Date): number => at.getUTCFullYear() * 12 + at.getUTCMonth();
const every =
  (length: number, from = 0) =>
  (at: Date) =>
    Math.floor((at.getTime() - from) / length);
const everyMonths = (count: number) => (at: Date) => Math.floor(months(at) / count);
const everyYears = (count: number) => (at: Date) => Math.floor(at.getUTCFullYear() / count);

type Step = { look: "hour" | "day" | "month" | "quarter" | "year"; turn: (at: Date) => number };

/** From fine to coarse: a tick stands at the first point of each turn. */
const steps: readonly Step[] = [
  ...[1, 2, 3, 6, 12].map((n): Step => ({ look: "hour", turn: every(n * HOUR) })),
  ...[1, 2].map((n): Step => ({ look: "day", turn: every(n * DAY) })),
  ...[1, 2].map((n): Step => ({ look: "day", turn: every(n * 7 * DAY, MONDAY) })),
  ...[1, 2, 3, 6].map((n): Step => ({ look: "month", turn: everyMonths(n) })),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n): Step => ({ look: "year", turn: everyYears(n) })),
];

const formats = {
  hour: new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }),
  day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }),
  month: new Intl.DateTimeFormat("en-US", { month: "short", timeZone: "UTC" }),
  year: new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone: "UTC" }),
};

function wordsFor(look: Step["look"], at: Date): { label: string; part: string | undefined } {
  if (look === "hour") return { label: formats.hour.format(at), part: formats.day.format(at) };
  if (look === "year") return { label: formats.year.format(at), part: undefined };
  const part = formats.year.format(at);
  if (look === "quarter") return { label: `Q${Math.floor(at.getUTCMonth() / 3) + 1}`, part };
  return { label: formats[look].format(at), part };
}

/** At most `most` ticks at round moments, in UTC. An axis that is shorter than that gets one at each point. */
export function timeTicks({ grain, points }: Pick<TimeAxis, "grain" | "points">, most: number): TimeTick[] {
  const dates = points.map(({ at }) => new Date(at));
  const all = dates.map((_, index) => index);
  const first = {
    week: "day",
    day: "day",
    hour: "hour",
    month: "month",
    quarter: "quarter",
    year: "year",
  } as const;
  const own: Step = { look: first[grain], turn: (at) => at.getTime() };
  const begins = ({ turn }: Step) =>
    all.filter((index) => {
      const at = dates[index];
      if (!at) return false;
      // The first point is marked when it stands exactly at the beginning of a turn.
      return turn(at) !== turn(dates[index - 1] ?? new Date(at.getTime() - 1));
    });
  const chosen = all.length <= most ? { step: own, indexes: all } : roundest(begins, most);
  if (!chosen) return nameTicks(own, evenly(all, most), dates);
  const look = grain === "quarter" && chosen.step.look === "month" ? "quarter" : chosen.step.look;
  return nameTicks({ ...chosen.step, look }, chosen.indexes, dates);
}

function roundest(begins: (step: Step) => number[], most: number) {
  for (const step of steps) {
    const indexes = begins(step);
    if (indexes.length <= most) return indexes.length > 1 ? { step, indexes } : null;
  }
  return null;
}

function evenly(all: readonly number[], most: number): number[] {
  const step = Math.ceil(all.length / most);
  return all.filter((index) => index % step === 0);
}

function nameTicks({ look }: Step, indexes: readonly number[], dates: readonly Date[]): TimeTick[] {
  let said: string | undefined;
  return indexes.flatMap((index) => {
    const at = dates[index];
    if (!at) return [];
    const { label, part } = wordsFor(look, at);
    const context = part === said ? undefined : part;
    said = part;
    return [{ index, label, context }];
  });
}
