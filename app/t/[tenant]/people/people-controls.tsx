"use client";

import { Search } from "lucide-react";
import { unstable_rethrow } from "next/navigation";
import { type ChangeEvent, useEffect, useRef, useTransition } from "react";
import { Button } from "@/components/button";
import { SelectField, type SelectOption, TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";

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
  const [pending, startTransition] = useTransition();
  const box = useRef<HTMLInputElement>(null);
  const toast = useToast();
  const tellWhy = (error: unknown) => {
    // A list that was found comes as a redirect.
    unstable_rethrow(error);
    toast({ title: explainSilence(error).message, tone: "danger" });
  };
  const isSearch = chosen.search !== "";
  useEffect(() => {
    // Going back shows what was searched for then; what somebody is just typing stays.
    if (box.current && document.activeElement !== box.current) box.current.value = chosen.search;
  }, [chosen.search]);
  const select = (name: "state" | "role" | "sort", label: string) => (
    <SelectField
      defaultValue={chosen[name]}
      disabled={name === "sort" && isSearch}
      key={`${name} ${chosen[name]}`}
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
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          startTransition(() => action(form).catch(tellWhy));
        }}
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
            ref={box}
            spellCheck={false}
            type="search"
          />
          <Button aria-label="Search" pending={pending} type="submit">
            {pending ? null : <Search aria-hidden />}
          </Button>
        </div>
        {select("state", "Stage")}
        {select("role", "Role")}
        <div className="max-md:col-span-2">{select("sort", "Order")}</div>
      </form>
    </search>
  );
}
