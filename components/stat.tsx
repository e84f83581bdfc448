import type { ReactNode } from "react";
import { cn } from "./class-names";
import { PageLink } from "./page-link";

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
  /** Where what was counted is listed; the whole box leads there. */
  href?: string | undefined;
  /** What the link is called; needed with `href`, because a number alone says too little. */
  hrefLabel?: string | undefined;
  /** What was counted is on view. */
  current?: boolean | undefined;
};

/** A number that matters, with its name. Inside a StatList. */
export function Stat({ label, value, hint, tone = "neutral", href, hrefLabel, current }: StatProps) {
  const shown = typeof value === "number" ? value.toLocaleString("en-US") : value;
  return (
    <div
      className={cn(
        "relative bg-surface px-4 py-3 max-sm:last:odd:col-span-2 sm:row-span-3 sm:grid sm:grid-rows-subgrid sm:gap-y-0",
        href && "hover:bg-subtle",
        current && "bg-accent-soft hover:bg-accent-soft",
      )}
    >
      <dt className="text-muted text-sm">{label}</dt>
      <dd className={cn("font-semibold text-xl tabular-nums", tone === "danger" && "text-danger")}>
        {href ? (
          <PageLink
            aria-current={current ? "true" : undefined}
            aria-label={hrefLabel}
            className="underline decoration-border-strong/60 decoration-1 underline-offset-4 -outline-offset-2 after:absolute after:inset-0 hover:decoration-current"
            href={href}
            scroll={false}
          >
            {shown}
          </PageLink>
        ) : (
          shown
        )}
      </dd>
      {hint ? <dd className="text-muted text-xs">{hint}</dd> : null}
    </div>
  );
}
