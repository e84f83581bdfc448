import type { ReactNode } from "react";
import { cn } from "./class-names";

/** Holds Stat components side by side. */
export function StatList({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return (
    <dl
      className={cn(
        "grid grid-cols-2 gap-px overflow-clip rounded-lg border border-border bg-border sm:auto-cols-fr sm:grid-flow-col sm:grid-cols-none",
        className,
      )}
    >
      {children}
    </dl>
  );
}

export type StatProps = {
  label: string;
  /** Numbers get thousands separators. */
  value: number | string;
  /** Small print under the number. */
  hint?: ReactNode;
  tone?: "neutral" | "danger" | undefined;
};

/** A number that matters, with its name. Inside a StatList. */
export function Stat({ label, value, hint, tone = "neutral" }: StatProps) {
  return (
    <div className="bg-surface px-4 py-3 max-sm:last:odd:col-span-2 sm:row-span-3 sm:grid sm:grid-rows-subgrid sm:gap-y-0">
      <dt className="text-muted text-sm">{label}</dt>
      <dd className={cn("font-semibold text-xl tabular-nums", tone === "danger" && "text-danger")}>
        {typeof value === "number" ? value.toLocaleString("en-US") : value}
      </dd>
      {hint ? <dd className="text-muted text-xs">{hint}</dd> : null}
    </div>
  );
}
