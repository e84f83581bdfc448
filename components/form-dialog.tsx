"use client";

import { type ReactNode, useState, useTransition } from "react";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { Button, type ButtonLook } from "./button";
import { Dialog } from "./dialog";
import { FormError } from "./form-error";
import { useToast } from "./toast";
import { useProblemFocus } from "./use-problem-focus";

export type FormDialogProps = {
  /** What the button that opens it shows. */
  trigger: string;
  triggerSize?: ButtonLook["size"];
  title: string;
  description?: string | undefined;
  /** What its own button shows. */
  submit: string;
  action: (form: FormData) => Promise<Answer>;
  /** Instead of closing with the answer's words. */
  onDone?: (() => void) | undefined;
  /** The fields. */
  children: ReactNode;
};

/** A form in a window: what it was refused for is said in it, what it did in a corner of the page. */
export function FormDialog({ submit, action, onDone, children, ...opening }: FormDialogProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const change = (next: boolean) => {
    setProblem(undefined);
    setOpen(next);
  };
  const send = (typed: FormData) =>
    startTransition(async () => {
      const answer = await action(typed).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      if (onDone !== undefined) return onDone();
      change(false);
      toast({ title: answer.message, tone: "positive" });
    });
  return (
    <Dialog {...opening} onOpenChange={change} open={open}>
      <form
        className="grid gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
        ref={form}
      >
        <FormError message={problem} />
        {children}
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          {submit}
        </Button>
      </form>
    </Dialog>
  );
}
