import type { ReactNode } from "react";
import { cn } from "./class-names";

export type EmptyStateProps = {
  title: string;
  /** Why it is empty and what will fill it. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** A lucide icon. */
  icon?: ReactNode;
  className?: string | undefined;
};

/** What stands where a list or a chart will be. */
export function EmptyState({ title, children, action, icon, className }: EmptyStateProps) {
  return (
    <div
      className={cn(
        "grid justify-items-center gap-2 rounded-lg border border-border border-dashed px-4 py-10 text-center in-[section]:border-0",
        className,
      )}
    >
      {icon ? (
        <span
          aria-hidden
          className="mb-2 grid size-10 place-items-center rounded-lg border border-border bg-subtle text-muted [&_svg]:size-5"
        >
          {icon}
        </span>
      ) : null}
      <p className="font-medium text-lg">{title}</p>
      {children ? <div className="max-w-md text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
