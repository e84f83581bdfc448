import { ChevronLeft, ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { buttonLook } from "./button";
import { cn } from "./class-names";
import { PageLink } from "./page-link";

export type PaginationProps = {
  /** Where the earlier page is; absent on the first. */
  previousHref?: string | undefined;
  /** Where the later page is; absent on the last. */
  nextHref?: string | undefined;
  /** What is on view, such as "1–50 of 1,204". */
  summary?: ReactNode;
  /** Names the navigation, should a page have several. */
  label?: string | undefined;
  className?: string | undefined;
};

/** Steps through a long list that knows only its neighbours (keyset paging). Plain links. */
export function Pagination({ previousHref, nextHref, summary, label = "Pages", className }: PaginationProps) {
  return (
    <nav aria-label={label} className={cn("flex items-center justify-between gap-4", className)}>
      <p className="text-muted text-sm tabular-nums">{summary}</p>
      <div className="flex gap-2 print:hidden">
        <Step href={previousHref} rel="prev">
          <ChevronLeft aria-hidden />
          Previous
        </Step>
        <Step href={nextHref} rel="next">
          Next
          <ChevronRight aria-hidden />
        </Step>
      </div>
    </nav>
  );
}

function Step({ href, rel, children }: { href: string | undefined; rel: string; children: ReactNode }) {
  const look = buttonLook({ variant: "secondary", size: "sm" });
  if (!href) {
    return (
      <span aria-disabled="true" className={cn(look, "cursor-not-allowed opacity-60 hover:bg-surface")}>
        {children}
      </span>
    );
  }
  return (
    <PageLink className={look} href={href} rel={rel}>
      {children}
    </PageLink>
  );
}
