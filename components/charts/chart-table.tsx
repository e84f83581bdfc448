import { cn } from "../class-names";
import { type ChartData, nameOf, placesOf } from "./chart-data";

export type ChartTableProps = {
  data: ChartData;
  /** What the table holds; read by screen readers, not drawn. */
  caption: string;
  /** Names the column of places: "Month", "Country". */
  placeName: string;
  className?: string | undefined;
};

/** How a gap reads in the table and in the readout. */
export const NO_VALUE = "—";

/** The rows of a chart, with all their digits. Thousands of rows stay light: cells carry no classes of their own. */
export function ChartTable({ data, caption, placeName, className }: ChartTableProps) {
  const hasPlaces = data.axis.kind !== "none";
  return (
    <section
      aria-label={caption}
      className={cn("max-h-96 overflow-auto rounded-md -outline-offset-2 print:max-h-none", className)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
    >
      <table
        className={cn(
          "w-full border-separate border-spacing-0 text-sm tabular-nums",
          "[&_th]:text-left [&_th]:font-normal [&_:is(th,td)]:border-border [&_:is(th,td)]:border-b",
          "[&_:is(th,td)]:px-3 [&_:is(th,td)]:py-1.5 [&_td]:whitespace-nowrap [&_td]:text-right",
          "[&_tbody_th]:wrap-anywhere [&_tbody_th]:min-w-32 [&_tbody_tr:last-child>*]:border-b-0",
          "[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:bg-surface [&_thead_th]:text-muted",
          "[&_thead_th]:font-medium [&_thead_th]:align-bottom [&_thead_th[data-value]]:text-right",
        )}
      >
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {hasPlaces ? <th scope="col">{placeName}</th> : null}
            {data.series.map((series, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
              <th data-value key={index} scope="col">
                <bdi>{nameOf(series)}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {placesOf(data).map((place, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows never move, and two places may have one name.
            <tr key={row}>
              {hasPlaces ? (
                <th scope="row">
                  <bdi>{place}</bdi>
                </th>
              ) : null}
              {data.series.map((series, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns never move.
                <td key={column}>{series.texts[row] || NO_VALUE}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
