import type { ReactNode } from "react";
import { cn } from "./class-names";
import { Logo } from "./logo";
import { NavLink } from "./nav-link";
import { PageLink } from "./page-link";

export type NavItem = {
  href: string;
  label: string;
  /** A lucide icon. */
  icon?: ReactNode;
  match?: "exact" | "prefix" | undefined;
};

export type AppShellProps = {
  /** Where the mark leads. */
  homeHref: string;
  nav: readonly NavItem[];
  /** Which of the things the person has is on view, and the way to another. */
  context?: ReactNode;
  /** Who is signed in, and the way out. */
  account?: ReactNode;
  /** A strip above the page for something that concerns all of it. */
  banner?: ReactNode;
  /** `full` lets the page use the whole width; otherwise lines stay readable. */
  width?: "page" | "full" | undefined;
  children: ReactNode;
};

/**
 * The frame of every signed-in page: a side bar from 768 px on, below that a bar on top whose navigation is a
 * row that scrolls sideways. One set of markup, no JavaScript.
 */
export function AppShell({
  homeHref,
  nav,
  context,
  account,
  banner,
  width = "page",
  children,
}: AppShellProps) {
  return (
    <div className="min-h-dvh [--bar-height:5.75rem] md:grid md:grid-cols-[15rem_minmax(0,1fr)] print:block md:[--bar-height:0px]">
      <a
        className="sr-only z-50 rounded-md bg-accent-fill font-medium text-on-fill focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
        href="#content"
      >
        Skip to content
      </a>
      <header className="sticky top-0 z-20 border-border border-b bg-surface md:static md:border-r md:border-b-0 print:hidden">
        <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 px-4 pt-2.5 md:sticky md:top-0 md:flex md:h-dvh md:flex-col md:items-stretch md:gap-4 md:overflow-y-auto md:p-3">
          <PageLink className="inline-flex rounded-md md:px-2 md:pt-2" href={homeHref}>
            <Logo compact />
          </PageLink>
          {context ? <div className="min-w-0">{context}</div> : null}
          <MainNav items={nav} />
          {account ? (
            <div className="col-start-3 row-start-1 min-w-0 justify-self-end md:mt-auto md:w-full">
              {account}
            </div>
          ) : null}
        </div>
      </header>
      <main className="min-w-0" id="content" tabIndex={-1}>
        {banner}
        <div
          className={cn(
            "mx-auto w-full px-4 py-6 sm:px-6 md:py-8 lg:px-10 print:max-w-none print:p-0",
            width === "page" && "max-w-6xl",
          )}
        >
          {children}
        </div>
      </main>
    </div>
  );
}

function MainNav({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Main"
      className="col-span-3 -mx-4 mt-1.5 overflow-x-auto px-2 [scrollbar-width:none] md:mx-0 md:mt-0 md:overflow-visible md:px-0"
    >
      <ul className="flex gap-1 md:flex-col md:gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              className={cn(
                "flex items-center gap-2 border-transparent px-2 py-2 font-medium text-muted whitespace-nowrap -outline-offset-2 hover:text-text aria-[current=page]:text-text",
                "max-md:border-b-2 max-md:aria-[current=page]:border-accent",
                "md:rounded-md md:py-1.5 md:hover:bg-subtle md:aria-[current=page]:bg-subtle",
                "max-md:[&_svg]:hidden [&_svg]:size-4 [&_svg]:shrink-0 md:aria-[current=page]:[&_svg]:text-accent",
              )}
              href={item.href}
              match={item.match}
            >
              {item.icon}
              {item.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
