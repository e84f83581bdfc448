import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./class-names";
import { PageLink } from "./page-link";

export type Crumb = { label: string; href?: string | undefined };

export type PageHeaderProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the most important last. */
  actions?: ReactNode;
  /** The way here, from the top; the page itself is not part of it. */
  breadcrumb?: readonly Crumb[] | undefined;
  className?: string | undefined;
};

/** The top of a page: where one is, what it is for, what can be done. */
export function PageHeader({ title, description, actions, breadcrumb = [], className }: PageHeaderProps) {
  return (
    <header className={cn("mb-6 grid gap-1", className)}>
      {breadcrumb.length > 0 ? <Breadcrumb crumbs={breadcrumb} /> : null}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1 lg:grow lg:basis-64">
          <h1 className="text-balance font-semibold text-2xl wrap-anywhere">{title}</h1>
          {description ? (
            <div className="max-w-2xl text-pretty text-muted wrap-anywhere">{description}</div>
          ) : null}
        </div>
        {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
      </div>
    </header>
  );
}

function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="print:hidden">
      <ol className="flex flex-wrap items-center gap-1 text-muted text-sm">
        {crumbs.map((crumb, index) => (
          <li
            className="flex min-w-0 items-center gap-1 wrap-anywhere"
            key={`${crumb.href ?? ""} ${crumb.label}`}
          >
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5 shrink-0" /> : null}
            {crumb.href ? (
              <PageLink className="rounded-sm hover:text-text hover:underline" href={crumb.href}>
                {crumb.label}
              </PageLink>
            ) : (
              <bdi>{crumb.label}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
