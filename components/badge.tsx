import { cva, type VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { cn } from "./class-names";

const badgeLook = cva(
  "inline-flex h-5.5 items-center gap-1.5 rounded-full border px-2 align-middle font-medium text-xs whitespace-nowrap print:border-0 print:p-0",
  {
    variants: {
      tone: {
        neutral: "border-border bg-subtle text-muted",
        info: "border-accent/25 bg-accent-soft text-accent",
        positive: "border-positive/25 bg-positive-soft text-positive",
        warning: "border-warning/30 bg-warning-soft text-warning",
        danger: "border-danger/25 bg-danger-soft text-danger",
      },
    },
    defaultVariants: { tone: "neutral" },
  },
);

export type BadgeTone = NonNullable<VariantProps<typeof badgeLook>["tone"]>;

export type BadgeProps = {
  tone?: BadgeTone | undefined;
  /** A dot of the tone's colour before the words; the words carry the meaning. */
  dot?: boolean | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** One or two words about the state of a thing. */
export function Badge({ tone, dot = true, className, children }: BadgeProps) {
  return (
    <span className={cn(badgeLook({ tone }), className)}>
      {dot ? <span aria-hidden className="size-1.5 rounded-full bg-current print:hidden" /> : null}
      {children}
    </span>
  );
}
