import Form from "next/form";
import { SelectField, TextField } from "@/components/field";
import { SubmitButton } from "@/components/submit-button";
import type { SharedFilters } from "@/lib/analytics/shared-filters";
import { filterOperators } from "@/lib/analytics/spec";
import { operatorWords } from "../../question-words";
import { valuesText } from "../../spec-address";

type FilterFormProps = { action: string; filters: SharedFilters; names: readonly string[] };

/** The range and one more filter for all charts. It makes the address, so a narrowed dashboard has a link. */
export function FilterForm({ action, filters, names }: FilterFormProps) {
  const rows = filters.filters.length < 5 ? [...filters.filters, null] : filters.filters;
  return (
    <Form action={action} className="grid gap-3 print:hidden" key={JSON.stringify(filters)} scroll={false}>
      <input name="narrow" type="hidden" value="1" />
      <div className="grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
        <TextField
          className="sm:w-40"
          defaultValue={filters.from ?? ""}
          label="From"
          name="from"
          type="date"
        />
        <TextField className="sm:w-40" defaultValue={filters.to ?? ""} label="To" name="to" type="date" />
        {rows.map((row, n) => (
          <fieldset
            className="col-span-2 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap"
            key={row === null ? "new" : JSON.stringify(row)}
          >
            <legend className="sr-only">Filter {n + 1}</legend>
            <SelectField
              className="col-span-2 sm:w-44"
              defaultValue={row?.name ?? ""}
              label={row === null ? "Add a filter" : "Filter"}
              name="fn"
              options={[{ value: "", label: "None" }, ...names.map((name) => ({ value: name, label: name }))]}
            />
            <SelectField
              className="sm:w-36"
              defaultValue={row?.op ?? "eq"}
              hideLabel
              label="Comparison"
              name="fo"
              options={filterOperators.map((op) => ({ value: op, label: operatorWords[op] }))}
            />
            <TextField
              autoComplete="off"
              className="sm:w-40"
              defaultValue={row === null ? "" : valuesText(row)}
              hideLabel
              label="Value"
              name="fv"
              placeholder="Value"
            />
          </fieldset>
        ))}
        <SubmitButton variant="secondary">Apply</SubmitButton>
      </div>
    </Form>
  );
}
