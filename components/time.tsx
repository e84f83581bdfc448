import { cn } from "./class-names";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

export type TimeProps = {
  /** The moment; milliseconds when a number, ISO 8601 when a string. */
  value: Date | string | number | null | undefined;
  /** `date` (23 Nov 2026), `datetime` (23 Nov 2026, 05:56 UTC), `second` (23 Nov 2026, 05:56:07 UTC) or `relative` (3 hours ago; needs `now`). */
  format?: "date" | "datetime" | "second" | "relative" | undefined;
  /** The moment that `relative` counts from, read once on the server so that server and browser agree. */
  now?: Date | undefined;
  /** Shown when there is no moment. */
  fallback?: string | undefined;
  className?: string | undefined;
};

const two = (part: number): string => String(part).padStart(2, "0");

function dateText(at: Date): string {
  return `${at.getUTCDate()} ${months[at.getUTCMonth()]} ${at.getUTCFullYear()}`;
}

function dateTimeText(at: Date): string {
  return `${dateText(at)}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())} UTC`;
}

function secondText(at: Date): string {
  return dateTimeText(at).replace(" UTC", `:${two(at.getUTCSeconds())} UTC`);
}

const texts = { date: dateText, datetime: dateTimeText, second: secondText, relative: dateText } as const;

function relativeText(at: Date, now: Date): string {
  const distance = now.getTime() - at.getTime();
  const unit = units.find(([, length]) => Math.abs(distance) >= length);
  if (!unit) return "just now";
  const amount = Math.floor(Math.abs(distance) / unit[1]);
  if (unit[0] === "day" && amount > 30) return dateText(at);
  const words = `${amount} ${unit[0]}${amount === 1 ? "" : "s"}`;
  return distance > 0 ? `${words} ago` : `in ${words}`;
}

/**
 * A moment, always in UTC and never from the reader's locale, so that server and browser draw the same text.
 * The full moment is in its title. Throws a RangeError for a value that is no date.
 */
export function Time({ value, format = "date", now, fallback = "—", className }: TimeProps) {
  if (value === null || value === undefined) return <span className={className}>{fallback}</span>;
  const at = new Date(value);
  const iso = at.toISOString();
  const short = texts[format](at);
  return (
    <time className={cn("whitespace-nowrap tabular-nums", className)} dateTime={iso} title={dateTimeText(at)}>
      {format === "relative" && now ? relativeText(at, now) : short}
    </time>
  );
}
