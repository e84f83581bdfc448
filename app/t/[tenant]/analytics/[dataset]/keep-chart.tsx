"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { FormError } from "@/components/form-error";
import { TitleField } from "@/components/title-field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { type Answer, explainSilence } from "@/lib/base/answer";

type KeepChartProps = {
  keep: (input: object) => Promise<Answer>;
  change: (input: object) => Promise<Answer>;
  datasetId: string;
  /** The question of the page and how it is drawn. */
  drawn: object;
  /** What the chart would be called unless somebody knows better. */
  suggestion: string;
  /** The chart whose question is being changed here, as it was when that began. */
  editing: { id: string; title: string; revision: number } | null;
};

/** Keeps the question as a chart, or saves it into the one that it came from. */
export function KeepChart({ keep, change, datasetId, drawn, suggestion, editing }: KeepChartProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const form = useProblemFocus(problem);
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const [id, setId] = useState(() => crypto.randomUUID());
  const toggle = (next: boolean) => {
    setProblem(undefined);
    setOpen(next);
  };
  const save = (typed: FormData) =>
    startTransition(async () => {
      const title = String(typed.get("title") ?? "");
      const isNew = editing === null || typed.get("as") === "new";
      const asked = isNew
        ? keep({ id, datasetId, title, drawn })
        : change({ id: editing.id, revision: editing.revision, title, drawn });
      const answer = await asked.catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      setId(crypto.randomUUID());
      toggle(false);
      toast({ title: answer.message, tone: "positive" });
    });
  return (
    <Dialog
      description="Everybody in your organisation can see it."
      onOpenChange={toggle}
      open={open}
      title={editing === null ? "Keep this chart" : "Save this chart"}
      trigger={editing === null ? "Keep chart" : "Save chart"}
      triggerVariant="primary"
    >
      <form
        className="grid gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          setProblem(undefined);
          const { submitter } = event.nativeEvent as SubmitEvent;
          save(new FormData(event.currentTarget, submitter));
        }}
        ref={form}
      >
        <FormError message={problem} />
        <TitleField defaultValue={editing?.title ?? suggestion} />
        <div className="flex flex-wrap justify-end gap-2">
          {editing === null ? null : (
            <Button name="as" pending={pending} type="submit" value="new">
              Keep as a new chart
            </Button>
          )}
          <Button pending={pending} type="submit" variant="primary">
            {editing === null ? "Keep" : "Save"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
