import { type ReactNode, useId } from "react";
import { cn } from "./class-names";

export type CardProps = {
  /** For links to it. */
  id?: string | undefined;
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons beside the title. */
  actions?: ReactNode;
  /** A strip below the content: paging, a form's buttons. */
  footer?: ReactNode;
  /** `none` lets a table or list reach the edges. */
  padding?: "md" | "none" | undefined;
  /** The content takes the height that a neighbour gives the card, rather than leave it empty below. */
  stretch?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

/** A bordered piece of a page. With a title it is a region that assistive technology can list. */
export function Card({
  id,
  title,
  description,
  actions,
  footer,
  padding = "md",
  stretch,
  className,
  children,
}: CardProps) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={cn(
        "min-w-0 overflow-clip rounded-lg border border-border bg-surface print:overflow-visible",
        // A table goes on over several sheets: a frame around all of it would stand open at each end.
        padding === "none" && "print:border-0",
        stretch && "flex flex-col",
        className,
      )}
      id={id}
    >
      {title ? (
        <div
          className={cn(
            "flex flex-wrap items-center justify-between gap-3 px-4 pt-4 sm:px-5",
            padding === "none" && "border-border border-b pb-4",
          )}
        >
          <div className="grid min-w-0 gap-0.5 wrap-anywhere">
            <h2 className="font-semibold text-lg" id={titleId}>
              {title}
            </h2>
            {description ? <div className="text-muted text-sm">{description}</div> : null}
          </div>
          {actions ? <div className="flex flex-wrap gap-2 print:hidden">{actions}</div> : null}
        </div>
      ) : null}
      <div className={cn(padding === "md" && "p-4 sm:p-5", stretch && "flex min-w-0 grow flex-col")}>
        {children}
      </div>
      {footer ? (
        <div className="border-border border-t bg-background/60 px-4 py-3 sm:px-5">{footer}</div>
      ) : null}
    </section>
  );
}
