import type { ComponentProps } from "react";
import { cn } from "./class-names";
import { PageLink } from "./page-link";

/** A link within running text or a table cell. */
export function TextLink({ className, ...rest }: ComponentProps<typeof PageLink>) {
  return (
    <PageLink
      {...rest}
      className={cn(
        "rounded-sm font-medium text-accent underline decoration-accent/35 underline-offset-3 hover:decoration-accent",
        className,
      )}
    />
  );
}
