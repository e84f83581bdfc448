"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { TextArea } from "@/components/field";
import { FileField } from "@/components/file-field";
import { FormError } from "@/components/form-error";
import { useProblemFocus } from "@/components/use-problem-focus";
import { keepList, readKeptList } from "./kept-list";

type RosterFormProps = {
  onPreview: (form: FormData) => void;
  /** Whose pasted list this tab may keep. */
  owner: string;
  pending: boolean;
  problem: { title: string; message: string } | undefined;
  /** What was pasted before, should the person come back from the preview. */
  text: string;
};

/** Where a roster is chosen or pasted. What is pasted outlives a reload, in this tab only. */
export function RosterForm({ onPreview, owner, pending, problem, text }: RosterFormProps) {
  const form = useProblemFocus(problem);
  const pasted = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const kept = readKeptList(owner);
    // What the browser brought back by itself, or somebody typed meanwhile, stays.
    if (pasted.current?.value === "") pasted.current.value = kept;
  }, [owner]);
  return (
    <Card>
      <form
        className="grid gap-5"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          keepList(owner, pasted.current?.value ?? "");
          onPreview(new FormData(event.currentTarget));
        }}
        ref={form}
      >
        <FormError message={problem?.message} title={problem?.title} />
        <FileField
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          hint="Columns email, name and role in any order; role is viewer, editor or admin. Up to 20,000 rows or 2 MB."
          label="CSV file"
          name="file"
        />
        <TextArea
          defaultValue={text}
          hint="One person per line, as addresses, as “Ada Lovelace <ada@company.example>”, or copied from a spreadsheet."
          label="Or paste addresses"
          name="text"
          onChange={(event) => keepList(owner, event.currentTarget.value)}
          ref={pasted}
          rows={8}
          spellCheck={false}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button pending={pending} type="submit" variant="primary">
            Preview
          </Button>
          <a
            className="text-accent text-sm underline decoration-accent/35 underline-offset-3 hover:decoration-accent"
            download
            href="/sample-roster.csv"
          >
            Download a sample list
          </a>
        </div>
      </form>
    </Card>
  );
}
