import { LoaderCircle } from "lucide-react";
import { cn } from "./class-names";

export type SpinnerProps = {
  /** Said to screen readers. Without it the spinner is decoration beside text that already says "working". */
  label?: string | undefined;
  className?: string | undefined;
};

/** A small turning circle for work of unknown length inside something else, such as a button. */
export function Spinner({ label, className }: SpinnerProps) {
  return (
    <span className={cn("inline-flex", className)} role={label ? "status" : undefined}>
      <LoaderCircle aria-hidden className="size-4 animate-spin" />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
