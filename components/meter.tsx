import { cn } from "./class-names";

export type MeterTone = "accent" | "accent-soft" | "positive" | "warning" | "danger" | "neutral";

export type MeterSegment = { label: string; value: number; tone: MeterTone };

export type MeterProps = {
  /** What is measured; the accessible name. */
  label: string;
  /** Parts of the whole, in the order they are drawn. Values are counts, 0 or more. */
  segments: readonly MeterSegment[];
  /** The whole. The parts may exceed it. */
  total: number;
  /** Names what is left of the whole; without it the rest is drawn but not listed. */
  remainderLabel?: string | undefined;
  /** Follows the number of units by which the parts exceed the whole. */
  overageLabel?: string | undefined;
  /** Shows the name and "n of total" above the bar; on by default. */
  heading?: boolean | undefined;
  /** `sm` is the bar and nothing visible else, for a table cell. */
  size?: "sm" | "md" | undefined;
  className?: string | undefined;
};

/** The part of the props that is said, with nothing left open. */
type MeterWords = Pick<MeterProps, "label" | "segments" | "total" | "remainderLabel"> & {
  overageLabel: string;
};

const toneFill: Record<MeterTone, string> = {
  accent: "bg-accent",
  "accent-soft": "bg-accent-mid",
  positive: "bg-positive",
  warning: "bg-warning",
  danger: "bg-danger",
  neutral: "bg-muted",
};

const count = (value: number): string => value.toLocaleString("en-US");

type Measured = {
  taken: number;
  left: number;
  overage: number;
  /** What the full width of the bar stands for. */
  scale: number;
  sentence: string;
};

function measure({ segments, total, remainderLabel, overageLabel }: MeterWords): Measured {
  const taken = segments.reduce((sum, segment) => sum + segment.value, 0);
  const left = Math.max(0, total - taken);
  const overage = Math.max(0, taken - total);
  const parts = segments.map((segment) => `${count(segment.value)} ${segment.label.toLowerCase()}`);
  if (remainderLabel) parts.push(`${count(left)} ${remainderLabel.toLowerCase()}`);
  if (overage > 0) parts.push(`${count(overage)} ${overageLabel}`);
  const sentence = `${count(taken)} of ${count(total)}: ${parts.join(", ")}`;
  return { taken, left, overage, scale: Math.max(taken, total, 1), sentence };
}

/** Parts of a whole as a bar with its numbers in words. A whole that is exceeded is marked and said. */
export function Meter({
  overageLabel = "over the limit",
  size = "md",
  heading = size === "md",
  className,
  ...rest
}: MeterProps) {
  const words = { ...rest, overageLabel };
  const measured = measure(words);
  return (
    <figure className={cn("grid gap-2.5", className)}>
      {heading ? <Heading measured={measured} words={words} /> : null}
      <Bar className={size === "sm" ? "h-1.5" : "h-2.5"} measured={measured} words={words} />
      {size === "sm" ? null : <Legend measured={measured} words={words} />}
    </figure>
  );
}

type PartProps = { words: MeterWords; measured: Measured };

function Heading({ words, measured }: PartProps) {
  return (
    <figcaption className="flex items-baseline justify-between gap-4">
      <span className="font-medium text-base">{words.label}</span>
      <span className="text-muted text-sm tabular-nums">
        <strong className={cn("font-semibold text-lg", measured.overage > 0 ? "text-danger" : "text-text")}>
          {count(measured.taken)}
        </strong>{" "}
        of {count(words.total)}
      </span>
    </figcaption>
  );
}

function Bar({ words, measured, className }: PartProps & { className: string }) {
  const width = (value: number) => `${(value / measured.scale) * 100}%`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <meter> can't draw several parts.
    <div
      aria-label={words.label}
      aria-valuemax={measured.scale}
      aria-valuemin={0}
      aria-valuenow={measured.taken}
      aria-valuetext={measured.sentence}
      className={cn("relative", className)}
      role="meter"
    >
      <div className="flex size-full gap-0.5 overflow-hidden rounded-full border border-border bg-subtle forced-color-adjust-none print:print-exact">
        {words.segments
          .filter((segment) => segment.value > 0)
          .map((segment) => (
            <span
              className={cn("h-full min-w-0.75", toneFill[segment.tone])}
              key={segment.label}
              style={{ width: width(segment.value) }}
            />
          ))}
      </div>
      {measured.overage > 0 ? (
        <span
          aria-hidden
          className="absolute -inset-y-1 w-0.5 bg-danger ring-2 ring-surface forced-color-adjust-none"
          style={{ left: width(words.total) }}
        />
      ) : null}
    </div>
  );
}

function Legend({ words, measured }: PartProps) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
      {words.segments.map(({ label, value, tone }) => (
        <LegendEntry fill={toneFill[tone]} key={label} label={label} value={value} />
      ))}
      {words.remainderLabel ? (
        <LegendEntry
          fill="border border-border-strong bg-subtle"
          label={words.remainderLabel}
          value={measured.left}
        />
      ) : null}
      {measured.overage > 0 ? (
        <li className="font-medium text-danger">
          {count(measured.overage)} {words.overageLabel}
        </li>
      ) : null}
    </ul>
  );
}

function LegendEntry({ fill, label, value }: { fill: string; label: string; value: number }) {
  return (
    <li className="flex items-center gap-1.5">
      <span
        aria-hidden
        className={cn("size-2 rounded-full forced-color-adjust-none print:print-exact", fill)}
      />
      <span className="inline-block text-muted first-letter:uppercase">{label}</span>{" "}
      <span className="font-medium">{count(value)}</span>
    </li>
  );
}
