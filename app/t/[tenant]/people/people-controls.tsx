"use client";

import { Search } from "lucide-react";
import type { ChangeEvent } from "react";
import { SelectField, type SelectOption, TextField } from "@/components/field";
import { SubmitButton } from "@/components/submit-button";

type PeopleControlsProps = {
  action: (form: FormData) => Promise<void>;
  chosen: { search: string; state: string; role: string; sort: string };
  options: Record<"state" | "role" | "sort", readonly SelectOption[]>;
};

/** Whoever is searched for comes in the order of what was found: names, last names, addresses. */
const byMatch = [{ value: "name", label: "Names first" }];

const submit = (event: ChangeEvent<HTMLSelectElement>) => event.currentTarget.form?.requestSubmit();

/** Search, filter and order of the list. Without JavaScript the button sends them. */
export function PeopleControls({ action, chosen, options }: PeopleControlsProps) {
  const isSearch = chosen.search !== "";
  const select = (name: "state" | "role" | "sort", label: string) => (
    <SelectField
      defaultValue={chosen[name]}
      disabled={name === "sort" && isSearch}
      label={label}
      name={name}
      onChange={submit}
      options={name === "sort" && isSearch ? byMatch : options[name]}
    />
  );
  return (
    <search>
      <form
        action={action}
        className="grid grid-cols-2 items-end gap-3 md:grid-cols-[minmax(12rem,1fr)_repeat(3,auto)] print:hidden"
        key={JSON.stringify(chosen)}
      >
        <div className="col-span-2 flex items-end gap-2 md:col-span-1">
          <TextField
            autoComplete="off"
            className="grow"
            defaultValue={chosen.search}
            enterKeyHint="search"
            label="Find by the beginning of a name or address"
            maxLength={254}
            name="search"
            spellCheck={false}
            type="search"
          />
          <SubmitButton aria-label="Search" variant="secondary">
            <Search aria-hidden />
          </SubmitButton>
        </div>
        {select("state", "Stage")}
        {select("role", "Role")}
        <div className="max-md:col-span-2">{select("sort", "Order")}</div>
      </form>
    </search>
  );
}
