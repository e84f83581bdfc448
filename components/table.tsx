import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

export type TableProps = {
  /** Says what the table holds; read by screen readers, not drawn. */
  caption: string;
  /**
   * What happens below 640 px: `stack` turns each row into a small card with its column names (give each `Td`
   * its `label`), `scroll` keeps the columns and scrolls sideways with shadows at the cut edges.
   */
  narrow?: "stack" | "scroll" | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A data table with a header that stays in view. Made of TableHead, TableBody, TableRow, Th and Td. */
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
  if (narrow === "stack") return table;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section aria-label={caption} className="scroll-shadows overflow-x-auto" tabIndex={0}>
      {table}
    </section>
  );
}

/** The header rows. On a narrow screen a stacked table keeps them for screen readers only. */
export function TableHead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead {...rest} className={cn("group-data-[narrow=stack]/table:max-sm:sr-only", className)} />;
}

/** The data rows. */
export function TableBody({ className, ...rest }: ComponentProps<"tbody">) {
  return <tbody {...rest} className={cn("group-data-[narrow=stack]/table:max-sm:block", className)} />;
}

/** One row. */
export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      className={cn(
        "group/row transition-colors [tbody_&]:hover:bg-subtle/60",
        "group-data-[narrow=stack]/table:max-sm:grid group-data-[narrow=stack]/table:max-sm:gap-1",
        "group-data-[narrow=stack]/table:max-sm:border-b group-data-[narrow=stack]/table:max-sm:py-3",
        "group-data-[narrow=stack]/table:max-sm:last:border-b-0",
        className,
      )}
    />
  );
}

/** A column's name, or a row's with `scope="row"`. `align="end"` for numbers. */
export function Th({
  align = "start",
  className,
  ...rest
}: Omit<ComponentProps<"th">, "align"> & { align?: "start" | "end" | undefined }) {
  return (
    <th
      scope="col"
      {...rest}
      className={cn(
        "sticky top-0 z-10 h-9 border-border border-b bg-surface px-4 font-medium text-muted text-sm whitespace-nowrap",
        align === "end" ? "text-right" : "text-left",
        className,
      )}
    />
  );
}

export type TdProps = Omit<ComponentProps<"td">, "align"> & {
  /** The column's name, drawn before the value when rows are stacked. Leave out for the row's own title and its actions. */
  label?: string | undefined;
  align?: "start" | "end" | undefined;
};

/** One value. */
export function Td({ label, align = "start", className, ...rest }: TdProps) {
  return (
    <td
      {...rest}
      className={cn(
        "border-border border-b px-4 py-2.5 align-middle group-last/row:border-b-0",
        align === "end" && "sm:text-right",
        "group-data-[narrow=stack]/table:max-sm:flex group-data-[narrow=stack]/table:max-sm:items-baseline",
        "group-data-[narrow=stack]/table:max-sm:gap-3 group-data-[narrow=stack]/table:max-sm:border-b-0 group-data-[narrow=stack]/table:max-sm:py-0.5",
        label &&
          "group-data-[narrow=stack]/table:max-sm:before:w-28 group-data-[narrow=stack]/table:max-sm:before:shrink-0 group-data-[narrow=stack]/table:max-sm:before:text-muted group-data-[narrow=stack]/table:max-sm:before:text-sm group-data-[narrow=stack]/table:max-sm:before:content-[attr(data-label)]",
        className,
      )}
      data-label={label}
    />
  );
}
