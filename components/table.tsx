import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type TableProps = {
  /** Says what the table holds; read by screen readers, not drawn. */
  caption: string;
  /**
   * What happens when short of room: `stack` (below 672 px, good for up to 6 columns) turns each row into a
   * small card with its column names (give each `Td` its `label`), `scroll` keeps the columns and scrolls
   * sideways with shadows at the cut edges.
   */
  narrow?: "stack" | "scroll" | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A data table whose header stays in view when it stacks. Made of TableHead, TableBody, TableRow, Th and Td. */
export function Table({ caption, narrow = "stack", className, children }: TableProps) {
  const table = (
    <table
      className={cn("group/table w-full border-separate border-spacing-0 text-base", className)}
      data-narrow={narrow}
    >
      <caption className="sr-only">{caption}</caption>
      {children}
    </table>
  );
  if (narrow === "stack")
    return <div className="@container/table print:[container-type:normal]">{table}</div>;
  return (
    // Relative, so that labels which are only heard scroll with it and do not widen the page.
    <section
      aria-label={caption}
      className="scroll-shadows relative overflow-x-auto -outline-offset-2"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      {table}
    </section>
  );
}

/** The header rows. On a narrow screen a stacked table keeps them for screen readers only. */
export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead {...rest} className={cn("stacked:sr-only", className)} />;
}

/** The data rows. */
export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody {...rest} className={cn("stacked:block", className)} />;
}

/** One row. */
export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      className={cn(
        "group/row [tbody_&]:hover:bg-subtle/60",
        "stacked:relative stacked:grid stacked:gap-0.5 stacked:border-b stacked:py-3 stacked:last:border-b-0",
        className,
      )}
    />
  );
}

export type ThProps = Omit<ComponentProps<"th">, "align"> & {
  /** `end` for numbers. */
  align?: "start" | "end" | undefined;
};

/** A column's name. */
export function Th({ align = "start", className, ...rest }: ThProps) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "h-9 border-border border-b px-4 font-medium text-muted text-sm whitespace-nowrap sm:first:pl-5 sm:last:pr-5",
        "group-data-[narrow=stack]/table:sticky group-data-[narrow=stack]/table:top-(--bar-height,0px)",
        "group-data-[narrow=stack]/table:z-10 group-data-[narrow=stack]/table:bg-surface print:static!",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

/** The unwritten name of the column that holds what can be done about each row; nothing of it is printed. */
export function ActionsTh({ label = "Actions" }: { label?: string | undefined }) {
  return (
    <Th className="print:hidden">
      <span className="sr-only">{label}</span>
    </Th>
  );
}

export type TdProps = Omit<ComponentProps<"td">, "align"> & {
  /** The column's name, drawn before the value when rows are stacked. Not for the row's own title. */
  label?: string | undefined;
  /** `end` for numbers: right-aligned, digits of equal width. */
  align?: "start" | "end" | undefined;
  /** Holds the row's menu button, which moves to the top right corner when rows are stacked and is not printed. */
  corner?: boolean | undefined;
};

/** One value. */
export function Td({ label, align = "start", corner, className, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={cn(
        "border-border border-b px-4 py-2.5 align-middle print:py-1 group-last/row:border-b-0 sm:first:pl-5 sm:last:pr-5",
        "stacked:block stacked:border-b-0 stacked:py-0.5 stacked:sm:px-5",
        align === "end" && "text-right tabular-nums stacked:text-left",
        corner &&
          "text-right print:hidden stacked:absolute stacked:top-2.5 stacked:right-2 stacked:p-0 stacked:sm:right-3 stacked:sm:px-0",
        label &&
          "stacked:pl-31 stacked:text-sm stacked:sm:pl-32 stacked:before:float-left stacked:before:-ml-27 stacked:before:w-25 stacked:before:text-muted stacked:before:content-[attr(data-label)]",
        className,
      )}
      data-label={label}
    />
  );
}
