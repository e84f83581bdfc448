import { cn } from "../class-names";
import type { PlainData, Series } from "./chart-data";

/** Large enough to be seen across a room, small enough for the longest to stay on one line of a phone. */
function sizeFor(series: readonly Series[]): string {
  const longest = Math.max(...series.map(({ texts }) => texts[0]?.length ?? 0));
  if (longest <= 10) return "text-4xl";
  return longest <= 15 ? "text-2xl" : "text-xl";
}

/** One number or a few, as large as they deserve. A missing value is said, not drawn as a zero. */
export function SingleNumber({ data }: { data: PlainData }) {
  const size = sizeFor(data.series);
  return (
    <dl className="flex flex-wrap gap-x-10 gap-y-5">
      {data.series.map(({ label, unit, values, texts }, index) => {
        const missing = (values[0] ?? null) === null;
        const text = missing ? "No value" : (texts[0] ?? String(values[0]));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: numbers never move.
          <div className="grid min-w-0 max-w-full content-start gap-1" key={index}>
            <dt className="wrap-anywhere text-muted text-sm">
              <bdi>{label}</bdi>
            </dt>
            <dd
              className={cn(
                "wrap-anywhere font-semibold tabular-nums leading-tight tracking-tight",
                size,
                missing && "font-normal text-muted",
              )}
            >
              {text}
              {unit && !missing ? (
                <span className="ml-1.5 font-normal text-base text-muted tracking-normal">{unit}</span>
              ) : null}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
