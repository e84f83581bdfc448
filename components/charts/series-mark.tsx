import { symbol } from "d3-shape";
import { cn } from "../class-names";
import type { SeriesLook } from "./series-look";

/** A marker's outline around the point 0,0; the shapes look equally large. */
export function markerPath({ marker }: SeriesLook): string {
  return symbol(marker, 44).digits(2)() ?? "";
}

/** The sign of a series beside its name: a piece of its line with its marker, or a square of its colour. */
export function SeriesMark({ look, as }: { look: SeriesLook; as: "line" | "fill" }) {
  return (
    <svg
      aria-hidden
      className={cn("shrink-0 print:print-exact", look.color)}
      data-chart-part
      height="12"
      viewBox={as === "line" ? "-12 -6 24 12" : "-6 -6 12 12"}
      width={as === "line" ? 24 : 12}
    >
      {as === "fill" ? (
        <rect fill="currentColor" height="10" rx="2" width="10" x="-5" y="-5" />
      ) : (
        <>
          <line
            fill="none"
            stroke="currentColor"
            strokeDasharray={look.dash}
            strokeWidth="2"
            x1="-12"
            x2="12"
          />
          <path className="stroke-surface" d={markerPath(look)} fill="currentColor" strokeWidth="1" />
        </>
      )}
    </svg>
  );
}
