"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { SelectField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useProblemFocus } from "@/components/use-problem-focus";
import { type Answer, explainSilence } from "@/lib/base/answer";

type EncodingFormProps = { decide: (encoding: string) => Promise<Answer>; line: number; sample: string };

/** Asks how the signs of a file are written, where it is no UTF-8 and does not say. */
export function EncodingForm({ decide, line, sample }: EncodingFormProps) {
  const [problem, setProblem] = useState<string>();
  const form = useProblemFocus(problem);
  const [pending, startTransition] = useTransition();
  const save = (typed: FormData) =>
    startTransition(async () => {
      const answer = await decide(String(typed.get("encoding"))).catch(explainSilence);
      setProblem(answer.ok ? undefined : answer.message);
    });
  return (
    <Card title="Which characters are these?">
      <form
        className="grid max-w-2xl gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(undefined);
          save(new FormData(event.currentTarget));
        }}
        ref={form}
      >
        <FormError message={problem} />
        <p>The file is not UTF-8 and does not say what it is. Read as Latin-1, line {line} is:</p>
        <pre className="overflow-x-auto rounded-md border border-border bg-subtle p-3 text-sm">
          <bdi>{sample}</bdi>
        </pre>
        <SelectField
          label="Read the file as"
          name="encoding"
          options={[
            { value: "windows-1252", label: "Latin-1 (Windows, Western Europe)" },
            { value: "utf-16le", label: "UTF-16 (little endian)" },
            { value: "utf-16be", label: "UTF-16 (big endian)" },
          ]}
        />
        <Button className="justify-self-start" pending={pending} type="submit" variant="primary">
          Read it this way
        </Button>
      </form>
    </Card>
  );
}
