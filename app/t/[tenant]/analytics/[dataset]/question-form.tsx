import Form from "next/form";
import { cn } from "@/components/class-names";
import { CheckboxField, SelectField, type SelectOption, TextField } from "@/components/field";
import { SubmitButton } from "@/components/submit-button";
import type { DatasetColumn } from "@/lib/analytics/ask-dataset";
import { type View, views } from "@/lib/analytics/drawn-spec";
import {
  type Filter,
  filterOperators,
  grains,
  type Measure,
  measureFunctions,
  type Spec,
} from "@/lib/analytics/spec";
import { isNumeric, isTemporal } from "@/lib/base/column-kind";
import { functionWords, grainWords, operatorWords } from "../question-words";
import { valuesText } from "../spec-address";

const viewWords: Record<View, string> = {
  auto: "Automatic",
  line: "Lines",
  bar: "Bars",
  stacked: "Stacked bars",
  number: "Numbers",
  table: "Table only",
};

const MOST_MEASURES = 4;
const MOST_FILTERS = 10;
const none: SelectOption = { value: "", label: "None" };

type QuestionFormProps = {
  action: string;
  spec: Spec;
  view: View;
  columns: readonly DatasetColumn[];
  /** The chart whose question is being changed: the next address names it too. */
  editing: { id: string; revision: number } | null;
};

/** The question as a form that makes the address: it works without JavaScript, and every answer has a link. */
export function QuestionForm({ action, spec, view, columns, editing }: QuestionFormProps) {
  const temporal = columns.filter(({ kind }) => isTemporal(kind));
  return (
    <Form action={action} className="grid gap-6" key={JSON.stringify([spec, view])} scroll={false}>
      <input name="ask" type="hidden" value="1" />
      {editing === null ? null : (
        <>
          <input name="chart" type="hidden" value={editing.id} />
          <input name="rev" type="hidden" value={editing.revision} />
        </>
      )}
      <Group title="Measure">
        {rowsOf(spec.measures, MOST_MEASURES).map(({ id, row }) => (
          <MeasureRow columns={columns} key={id} measure={row} n={id} />
        ))}
      </Group>
      <Group title="Break down">
        <SelectField
          defaultValue={spec.breakdown?.column ?? ""}
          label="By column"
          name="by"
          options={[none, ...optionsOf(columns)]}
        />
        <TextField
          defaultValue={spec.breakdown?.top ?? 10}
          inputMode="numeric"
          label="Show the top"
          max={50}
          min={1}
          name="top"
          type="number"
        />
        <CheckboxField
          defaultChecked={spec.breakdown?.other ?? true}
          label="Put all others together"
          name="other"
          value="1"
        />
      </Group>
      {temporal.length > 0 ? (
        <Group title="Time">
          <SelectField
            defaultValue={spec.time?.column ?? ""}
            label="Date column"
            name="t"
            options={[none, ...optionsOf(temporal)]}
          />
          <SelectField
            defaultValue={spec.time?.grain ?? ""}
            label="One point for each"
            name="grain"
            options={[
              { value: "", label: "Whole range" },
              ...grains.map((value) => ({ value, label: grainWords[value] })),
            ]}
          />
          <div className="grid grid-cols-2 gap-3">
            <TextField defaultValue={spec.time?.from ?? ""} label="From" name="from" type="date" />
            <TextField defaultValue={spec.time?.to ?? ""} label="To" name="to" type="date" />
          </div>
        </Group>
      ) : null}
      <Group title="Only rows where">
        {rowsOf(spec.filters, MOST_FILTERS).map(({ id, row }) => (
          <FilterRow columns={columns} filter={row} key={id} n={id} />
        ))}
      </Group>
      <Group title="Draw">
        <SelectField
          defaultValue={view}
          label="Drawn as"
          name="view"
          options={views.map((value) => ({ value, label: viewWords[value] }))}
        />
      </Group>
      <SubmitButton className="w-full" variant="primary">
        Show
      </SubmitButton>
    </Form>
  );
}

/** What is there, and an empty row for one more. */
function rowsOf<Row>(rows: readonly Row[], most: number): { id: number; row: Row | null }[] {
  const shown = rows.length < most ? [...rows, null] : rows;
  return shown.map((row, n) => ({ id: n + 1, row }));
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-2 font-semibold text-sm">{title}</legend>
      {children}
    </fieldset>
  );
}

function MeasureRow({
  measure,
  n,
  columns,
}: {
  measure: Measure | null;
  n: number;
  columns: readonly DatasetColumn[];
}) {
  const numbers = columns.filter(({ kind }) => isNumeric(kind));
  const others = columns.filter(({ kind }) => !isNumeric(kind));
  return (
    <div className="grid grid-cols-[1.2fr_1fr] gap-3">
      <SelectField
        defaultValue={measure?.fn ?? ""}
        hideLabel
        label={`Measure ${n}`}
        name="mf"
        options={[
          ...(n === 1 ? [] : [{ value: "", label: "Add another" }]),
          ...measureFunctions.map((value) => ({ value, label: functionWords[value] })),
        ]}
      />
      <SelectField
        defaultValue={measure === null || measure.fn === "count" ? "" : measure.column}
        hideLabel
        label={`Column of measure ${n}`}
        name="mc"
        options={[{ value: "", label: "of column" }, ...optionsOf([...numbers, ...others])]}
      />
    </div>
  );
}

function FilterRow({
  filter,
  n,
  columns,
}: {
  filter: Filter | null;
  n: number;
  columns: readonly DatasetColumn[];
}) {
  const value = filter === null ? "" : valuesText(filter);
  return (
    <div className={cn("grid grid-cols-2 gap-3", n > 1 && "border-border border-t pt-3")}>
      <SelectField
        defaultValue={filter?.column ?? ""}
        hideLabel
        label={`Column of filter ${n}`}
        name="fc"
        options={[{ value: "", label: filter === null ? "Add a filter" : "Remove" }, ...optionsOf(columns)]}
      />
      <SelectField
        defaultValue={filter?.op ?? "eq"}
        hideLabel
        label={`Comparison of filter ${n}`}
        name="fo"
        options={filterOperators.map((op) => ({ value: op, label: operatorWords[op] }))}
      />
      <TextField
        autoComplete="off"
        className="col-span-2"
        defaultValue={value}
        hideLabel
        label={`Value of filter ${n}`}
        maxLength={1000}
        name="fv"
        placeholder="Value; several with commas between"
      />
    </div>
  );
}

function optionsOf(columns: readonly DatasetColumn[]): SelectOption[] {
  return columns.map(({ cid, name }) => ({ value: cid, label: name }));
}
