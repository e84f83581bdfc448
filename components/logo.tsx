import { cn } from "./class-names";

/** The mark alone: a tally whose fifth stick is a rising line. Decoration beside text, so unnamed. */
function LogoMark() {
  return (
    <svg aria-hidden="true" className="size-6 shrink-0" fill="none" viewBox="0 0 24 24">
      <rect className="fill-accent-fill" height="24" rx="6" width="24" />
      <g className="stroke-on-fill" strokeLinecap="round" strokeWidth="2">
        <path d="M7.5 7v10M12 7v10M16.5 7v10" strokeOpacity="0.62" />
        <path d="M4.75 15.5 19.25 8.5" />
      </g>
    </svg>
  );
}

export type LogoProps = {
  /** Hides the word below 640 px, where a bar is short of room. */
  compact?: boolean | undefined;
  className?: string | undefined;
};

/** Mark and word. */
export function Logo({ compact, className }: LogoProps) {
  return (
    <span className={cn("inline-flex items-center gap-2", className)}>
      <LogoMark />
      <span className={cn("font-semibold text-lg tracking-tight", compact && "max-sm:sr-only")}>
        Analystick
      </span>
    </span>
  );
}
