import type { ReactNode } from "react";
import { cn } from "./class-names";

export type Description = { term: string; details: ReactNode };

/** Facts about one thing, name and value; values move below their names on a narrow screen. */
export function DescriptionList({
  items,
  className,
}: {
  items: readonly Description[];
  className?: string | undefined;
}) {
  return (
    <dl className={cn("grid text-base", className)}>
      {items.map((item) => (
        <div
          className="grid gap-x-4 border-border border-b py-2.5 first:pt-0 last:border-b-0 last:pb-0 sm:grid-cols-[11rem_minmax(0,1fr)]"
          key={item.term}
        >
          <dt className="text-muted">{item.term}</dt>
          <dd className="min-w-0 wrap-anywhere">{item.details}</dd>
        </div>
      ))}
    </dl>
  );
}
