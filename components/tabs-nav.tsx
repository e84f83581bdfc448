import type { ReactNode } from "react";
import { cn } from "./class-names";
import { NavLink } from "./nav-link";

export type Tab = {
  href: string;
  label: ReactNode;
  /** A number after the label. */
  count?: number | undefined;
  match?: "exact" | "prefix" | undefined;
};

export type TabsNavProps = {
  /** Names the navigation for assistive technology. */
  label: string;
  tabs: readonly Tab[];
  className?: string | undefined;
};

/** Links between the sides of one thing, drawn as tabs; each is a page of its own. Scrolls when short of room. */
export function TabsNav({ label, tabs, className }: TabsNavProps) {
  return (
    <nav
      aria-label={label}
      className={cn(
        "mb-5 flex gap-1 overflow-x-auto border-border [scrollbar-width:none] border-b print:hidden",
        className,
      )}
    >
      {tabs.map((tab) => (
        <NavLink
          className="-mb-px flex items-center gap-1.5 border-transparent border-b-2 px-3 pt-1 pb-2.5 font-medium text-muted whitespace-nowrap -outline-offset-2 hover:text-text aria-[current=page]:border-accent aria-[current=page]:text-text"
          href={tab.href}
          key={tab.href}
          match={tab.match ?? "exact"}
        >
          {tab.label}
          {tab.count === undefined ? null : (
            <span className="rounded-full bg-subtle px-1.5 text-muted text-xs tabular-nums">
              {tab.count.toLocaleString("en-US")}
            </span>
          )}
        </NavLink>
      ))}
    </nav>
  );
}
