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

const toneFill: Record<MeterTone, string> = {
  accent: "bg-accent",
  "accent-soft": "bg-accent-mid",
  positive: "bg-positive",
  warning: "bg-warning",
  danger: "bg-danger",
  neutral: "bg-muted",
};

const count = (value: number): string => value.toLocaleString("en-US");

function measure({ segments, total, remainderLabel, overageLabel = "over the limit" }: MeterProps) {
  const taken = segments.reduce((sum, segment) => sum + segment.value, 0);
  const overage = Math.max(0, taken - total);
  const parts = segments.map((segment) => `${count(segment.value)} ${segment.label.toLowerCase()}`);
  if (remainderLabel) parts.push(`${count(Math.max(0, total - taken))} ${remainderLabel.toLowerCase()}`);
  if (overage > 0) parts.push(`${count(overage)} ${overageLabel}`);
  return { taken, overage, scale: Math.max(taken, total, 1), sentence: parts.join(", ") };
}

/** Parts of a whole as a bar with its numbers in words. A whole that is exceeded is marked and said. */
export function Meter(props: MeterProps) {
  const { label, segments, total, remainderLabel, overageLabel = "over the limit", size = "md" } = props;
  const { taken, overage, scale, sentence } = measure(props);
  const small = size === "sm";
  const heading = props.heading ?? !small;
  return (
    <figure className={cn("grid gap-2.5", props.className)}>
      {heading ? (
        <figcaption className="flex items-baseline justify-between gap-4">
          <span className="font-medium text-base">{label}</span>
          <span className="text-muted text-sm tabular-nums">
            <strong className={cn("font-semibold text-lg", overage > 0 ? "text-danger" : "text-text")}>
              {count(taken)}
            </strong>{" "}
            of {count(total)}
          </span>
        </figcaption>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: <meter> can't draw several parts. */}
      <div
        aria-label={label}
        aria-valuemax={scale}
        aria-valuemin={0}
        aria-valuenow={taken}
        aria-valuetext={`${count(taken)} of ${count(total)}: ${sentence}`}
        className={cn("relative", small ? "h-1.5" : "h-2.5")}
        role="meter"
      >
        <div className="flex size-full gap-0.5 overflow-hidden rounded-full border border-border bg-subtle forced-color-adjust-none print:print-exact">
          {segments
            .filter((segment) => segment.value > 0)
            .map((segment) => (
              <span
                className={cn("h-full min-w-0.75", toneFill[segment.tone])}
                key={segment.label}
                style={{ width: `${(segment.value / scale) * 100}%` }}
              />
            ))}
        </div>
        {overage > 0 ? (
          <span
            aria-hidden
            className="absolute -inset-y-1 w-0.5 bg-danger ring-2 ring-surface forced-color-adjust-none"
            style={{ left: `${(total / scale) * 100}%` }}
          />
        ) : null}
      </div>
      {small ? null : (
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm tabular-nums">
          {segments.map((segment) => (
            <LegendEntry
              fill={toneFill[segment.tone]}
              key={segment.label}
              text={segment.label}
              value={segment.value}
            />
          ))}
          {remainderLabel ? (
            <LegendEntry
              fill="bg-subtle border border-border-strong"
              text={remainderLabel}
              value={Math.max(0, total - taken)}
            />
          ) : null}
          {overage > 0 ? (
            <li className="font-medium text-danger">
              {count(overage)} {overageLabel}
            </li>
          ) : null}
        </ul>
      )}
    </figure>
  );
}

function LegendEntry({ fill, text, value }: { fill: string; text: string; value: number }) {
  return (
    <li className="flex items-center gap-1.5">
      <span aria-hidden className={cn("size-2 rounded-full forced-color-adjust-none", fill)} />
      <span className="inline-block text-muted first-letter:uppercase">{text}</span>{" "}
      <span className="font-medium">{count(value)}</span>
    </li>
  );
}
