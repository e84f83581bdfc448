import { Callout } from "@/components/callout";
import { Card } from "@/components/card";
import { SelectField } from "@/components/field";
import type { ImportOptions, ProposedColumn, Rejects } from "@/lib/base/dataset-file";
import { badChoices } from "./read-choices";
import { RejectsTable } from "./rejects-table";

type MisfitsProps = {
  rejects: Rejects;
  columns: readonly ProposedColumn[];
  /** What was decided at the try that stopped. */
  options: ImportOptions | null;
};

/** Values that do not fit their columns: what becomes of them is asked first, where they are stands behind it. */
export function Misfits({ rejects, columns, options }: MisfitsProps) {
  const all = rejects.columns.reduce((sum, { count }) => sum + count, 0);
  const isCut = rejects.first.length < all;
  return (
    <>
      <Callout live title="Some values do not fit their columns" tone="warning">
        {rejects.rows.toLocaleString("en")} {rejects.rows === 1 ? "row holds" : "rows hold"} such values.
        Nothing was imported and nothing is lost.
      </Callout>
      <Card description="Or take their column for something else below." title="What becomes of them">
        <div className="grid gap-4">
          <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {rejects.columns.map(({ column, count }) => {
              const name = columns[column]?.name ?? "";
              return (
                <SelectField
                  defaultValue={options?.columns[column]?.onBad ?? "ask"}
                  key={column}
                  label={`${name}: ${count.toLocaleString("en")} ${count === 1 ? "value" : "values"}`}
                  name={`bad ${column}`}
                  options={badChoices}
                />
              );
            })}
          </div>
          <details className="group/misfits">
            <summary className="w-fit rounded-md text-muted text-sm underline decoration-border-strong underline-offset-3 hover:text-text">
              {isCut ? `Show the first ${rejects.first.length}` : "Show where they are"}
            </summary>
            <div className="mt-3 rounded-md border border-border">
              <RejectsTable columns={columns} rejects={rejects} />
            </div>
          </details>
        </div>
      </Card>
    </>
  );
}
