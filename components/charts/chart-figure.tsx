import { ChartNoAxesColumn } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "../class-names";
import { EmptyState } from "../empty-state";
import { type ChartData, hasValues } from "./chart-data";
import { ChartPanels } from "./chart-panels";
import { ChartTable } from "./chart-table";
import { type ChartKind, isDrawn, refusalOf } from "./refuse-chart";
import { SaveAsImage } from "./save-as-image";

export type ChartFigureProps = {
  kind: ChartKind;
  data: ChartData;
  /** What the chart answers: "Revenue by month". */
  title: string;
  /** What the rows are narrowed to, in words: "Country is France". Shown under the title and on a saved image. */
  words?: readonly string[] | undefined;
  /** Names the column of places in the table: "Country". Time is named after its grain unless given. */
  placeName?: string | undefined;
  /** Off when the title stands above already. It still names the figure. */
  heading?: boolean | undefined;
  className?: string | undefined;
};

/** A chart with its title, its picture and its data as a table, or in its place the reason why there is no picture. */
export function ChartFigure({
  kind,
  data,
  title,
  words = [],
  placeName = data.axis.kind === "time" ? capital(data.axis.grain) : "Value",
  heading = true,
  className,
}: ChartFigureProps) {
  const id = useId();
  const table = <ChartTable caption={title} data={data} placeName={placeName} />;
  return (
    <figure aria-labelledby={id} className={cn("@container/chart flex min-w-0 flex-col gap-3", className)}>
      <figcaption className={heading || words.length > 0 ? "grid gap-0.5" : "sr-only"}>
        <bdi className={heading ? "wrap-anywhere font-semibold text-base" : "sr-only"} id={id}>
          {title}
        </bdi>
        {words.length > 0 ? <p className="wrap-anywhere text-muted text-xs">{words.join(" · ")}</p> : null}
      </figcaption>
      <Content data={data} kind={kind} table={table} title={title} words={words} />
    </figure>
  );
}

const quiet =
  "flex h-7 w-fit items-center rounded-md text-muted text-sm underline decoration-border-strong underline-offset-3 hover:text-text pointer-coarse:h-10";

type ContentProps = Pick<ChartFigureProps, "kind" | "data" | "title"> & {
  words: readonly string[];
  table: ReactNode;
};

function Content({ kind, data, title, words, table }: ContentProps) {
  if (data.series.length === 0 || (data.axis.kind !== "none" && data.axis.points.length === 0)) {
    return (
      <EmptyState icon={<ChartNoAxesColumn />} title="No data">
        No rows match, so there is nothing to draw.
      </EmptyState>
    );
  }
  if (kind === "table") return <div className="rounded-md border border-border">{table}</div>;
  const refusal = refusalOf(kind, data);
  if (refusal || (!hasValues(data) && isDrawn(kind))) {
    return (
      <>
        <p className="rounded-md border border-border border-dashed px-4 py-6 text-center text-muted">
          {refusal ?? "There are rows, but none of them holds a value to draw."}
        </p>
        <DataTable open={refusal !== null}>{table}</DataTable>
      </>
    );
  }
  return (
    <>
      <div className="grid gap-5" data-chart-drawing>
        <ChartPanels data={data} kind={kind} title={title} />
      </div>
      <div className="relative mt-auto print:has-[details:not([open])]:hidden">
        <DataTable>{table}</DataTable>
        {isDrawn(kind) ? (
          <div className="absolute top-0 right-0 print:hidden">
            <SaveAsImage className={quiet} title={title} words={words} />
          </div>
        ) : null}
      </div>
    </>
  );
}

function DataTable({ open, children }: { open?: boolean | undefined; children: ReactNode }) {
  return (
    <details className="group/data" open={open}>
      <summary className={quiet}>
        <span className="group-open/data:hidden">Show data</span>
        <span className="hidden group-open/data:inline">Hide data</span>
      </summary>
      <div className="mt-2 rounded-md border border-border">{children}</div>
    </details>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
