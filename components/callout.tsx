import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type CalloutTone = "neutral" | "info" | "positive" | "warning" | "danger";

const looks = {
  neutral: { box: "border-border bg-subtle", icon: "text-muted", Icon: Info },
  info: { box: "border-accent/25 bg-accent-soft", icon: "text-accent", Icon: Info },
  positive: { box: "border-positive/25 bg-positive-soft", icon: "text-positive", Icon: CircleCheck },
  warning: { box: "border-warning/30 bg-warning-soft", icon: "text-warning", Icon: TriangleAlert },
  danger: { box: "border-danger/30 bg-danger-soft", icon: "text-danger", Icon: CircleAlert },
} as const;

export type CalloutProps = {
  tone?: CalloutTone | undefined;
  title?: ReactNode;
  /** Buttons or links below the text. */
  actions?: ReactNode;
  /** Announce it when it appears after the page was loaded. */
  live?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A message within a page that concerns what is around it. */
export function Callout({ tone = "info", title, actions, live, className, children }: CalloutProps) {
  const { box, icon, Icon } = looks[tone];
  return (
    <div
      className={cn("flex gap-3 rounded-lg border p-3 text-base sm:px-4", box, className)}
      role={live ? "status" : undefined}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4.5 shrink-0", icon)} />
      <div className="grid min-w-0 gap-1 wrap-anywhere">
        {title ? <p className="font-medium">{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="mt-1.5 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
