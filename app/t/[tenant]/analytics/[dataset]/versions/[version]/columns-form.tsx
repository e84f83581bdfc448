"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { CheckboxField, SelectField, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { Table, TableBody, TableHead, TableRow, Td, Th } from "@/components/table";
import { useProblemFocus } from "@/components/use-problem-focus";
import { type Answer, explainSilence } from "@/lib/base/answer";
import type { ImportOptions, Rejects, TableProposal } from "@/lib/base/dataset-file";
import { MarkFields } from "./mark-fields";
import { Misfits } from "./misfits";
import { kindChoices, readChoices } from "./read-choices";

type ColumnsFormProps = {
  decide: (input: object) => Promise<Answer>;
  proposal: TableProposal;
  /** What was decided at an earlier try. */
  options: ImportOptions | null;
  rejects: Rejects | null;
};

/** What each column is taken for, over the first rows of the file, and what becomes of what does not fit. */
export function ColumnsForm({ decide, proposal, options, rejects }: ColumnsFormProps) {
  const [problem, setProblem] = useState<string>();
  const form = useProblemFocus(problem);
  const [pending, startTransition] = useTransition();
  const save = (typed: FormData) =>
    startTransition(async () => {
      const answer = await decide(readChoices(typed, proposal)).catch(explainSilence);
      setProblem(answer.ok ? undefined : answer.message);
    });
  const asksOrder = proposal.columns.some(({ kind, dates }) => kind === "date" && dates.order === null);
  return (
    <form
      className="grid gap-6"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        setProblem(undefined);
        save(new FormData(event.currentTarget));
      }}
      ref={form}
    >
      <FormError message={problem} />
      {rejects === null ? null : <Misfits columns={proposal.columns} options={options} rejects={rejects} />}
      <Card
        description={`${proposal.rows.toLocaleString("en")} rows. These are the first ${proposal.preview.length} of them.`}
        padding="none"
        title="Columns"
      >
        <Table caption="The first rows, and what each column is taken for" narrow="scroll">
          <TableHead>
            <TableRow>
              {proposal.columns.map(({ name, kind, scale }, place) => (
                <Th className="min-w-44 py-3 align-top" key={name}>
                  <div className="grid gap-2">
                    <bdi className="text-text">{name}</bdi>
                    <SelectField
                      defaultValue={chosenKind(options?.columns[place] ?? { kind, scale })}
                      hideLabel
                      label={`${name} is taken for`}
                      name={`kind ${place}`}
                      options={kind === null && options === null ? undecidedChoices : kindChoices}
                    />
                  </div>
                </Th>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {proposal.preview.map((row, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have nothing but their place.
              <TableRow key={n}>
                {row.map((value, place) => (
                  <Td className="max-w-80 truncate" key={proposal.columns[place]?.name ?? place}>
                    {value === null || value === "" ? (
                      <span className="text-muted">—</span>
                    ) : (
                      <bdi>{value}</bdi>
                    )}
                  </Td>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </Card>
      <Card title="In the whole file">
        <div className="grid max-w-2xl gap-4">
          <TextField
            autoComplete="off"
            defaultValue={(options?.nullMarkers ?? proposal.nullMarkers).join(", ")}
            hint="Beside nothing at all. With commas between, for example NA, N/A, -"
            label="Words that mean “no value”"
            name="markers"
            optional
          />
          <CheckboxField
            defaultChecked={options?.decimalComma ?? proposal.decimalComma}
            label="Numbers have a decimal comma: 12,50 or 1.234,56"
            name="comma"
          />
          {options === null ? <MarkFields proposal={proposal} /> : null}
          {asksOrder ? (
            <SelectField
              defaultValue={options?.dateOrder ?? ""}
              hint="The file does not tell: in all its dates both could be a month."
              label="In dates such as 03/04/2024"
              name="order"
              options={[
                { value: "", label: "Choose one" },
                { value: "dmy", label: "the day comes first" },
                { value: "mdy", label: "the month comes first" },
              ]}
            />
          ) : null}
          {proposal.badLines.count > 0 ? (
            <CheckboxField
              hint={`They have another number of values than the first line, or a quotation mark out of place. The first: ${proposal.badLines.first
                .slice(0, 5)
                .map(({ line, found }) =>
                  found === null ? `line ${line}` : `line ${line} (${found} values)`,
                )
                .join(", ")}.`}
              label={`Leave out ${proposal.badLines.count.toLocaleString("en")} ${proposal.badLines.count === 1 ? "line that does" : "lines that do"} not fit`}
              name="lines"
            />
          ) : null}
        </div>
      </Card>
      <Button className="justify-self-start" pending={pending} type="submit" variant="primary">
        Import
      </Button>
    </form>
  );
}

/** For a column of which the file does not tell whether its numbers have a fraction or thousands. */
const undecidedChoices = [{ value: "", label: "Decide below" }, ...kindChoices];

function chosenKind({ kind, scale }: { kind: string | null; scale: number }): string {
  return kind === "decimal" ? `decimal ${scale}` : (kind ?? "");
}
