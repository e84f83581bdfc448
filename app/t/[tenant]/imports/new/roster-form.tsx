"use client";

import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { TextArea } from "@/components/field";
import { FileField } from "@/components/file-field";
import { FormError } from "@/components/form-error";
import { useProblemFocus } from "@/components/use-problem-focus";

type RosterFormProps = {
  onPreview: (form: FormData) => void;
  pending: boolean;
  problem: string | undefined;
  /** What was pasted before, should the person come back from the preview. */
  text: string;
};

/** Where a roster is chosen or pasted. */
export function RosterForm({ onPreview, pending, problem, text }: RosterFormProps) {
  const form = useProblemFocus(problem);
  return (
    <Card>
      <form
        className="grid gap-5"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          onPreview(new FormData(event.currentTarget));
        }}
        ref={form}
      >
        <FormError message={problem} title="This list can't be read" />
        <FileField
          accept=".csv,.txt,.tsv,text/csv,text/plain"
          hint="Columns email, name and role in any order; role is viewer, editor or admin. Up to 20,000 rows or 2 MB."
          label="CSV file"
          name="file"
        />
        <TextArea
          defaultValue={text}
          hint="One person per line, as addresses, as “Ada Lovelace <ada@company.example>”, or copied from a spreadsheet."
          label="Or paste addresses"
          name="text"
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
