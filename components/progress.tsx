import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

export type ProgressProps = {
  /** What is under way. */
  label: ReactNode;
  /** How much is done, from 0 to `max`. Leave out while that is unknown. */
  value?: number | undefined;
  max?: number | undefined;
  /** Text at the right end, such as "412 of 1,000". A percentage unless given. */
  detail?: ReactNode;
  className?: string | undefined;
};

/** How far something has come; a moving bar while nobody knows. */
export function Progress({ label, value, max = 100, detail, className }: ProgressProps) {
  const id = useId();
  const known = value !== undefined;
  const percent = known && max > 0 ? Math.min(100, Math.max(0, (value / max) * 100)) : 0;
  return (
    <div className={cn("grid gap-2", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium" id={id}>
          {label}
        </span>
        <span className="text-muted text-sm tabular-nums">
          {detail ?? (known ? `${Math.floor(percent)}%` : null)}
        </span>
      </div>
      <div
        aria-labelledby={id}
        aria-valuemax={known ? max : undefined}
        aria-valuemin={known ? 0 : undefined}
        aria-valuenow={value}
        className="h-2 overflow-hidden rounded-full bg-accent-soft forced-color-adjust-none print:print-exact"
        role="progressbar"
      >
        <div
          className={cn(
            "h-full rounded-full bg-accent",
            known ? "transition-[width] duration-500" : "w-2/7 animate-slide",
          )}
          style={known ? { width: `${percent}%` } : undefined}
        />
      </div>
    </div>
  );
}
