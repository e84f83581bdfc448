"use client";

import { type FormEvent, useActionState, useTransition } from "react";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { Button, type ButtonProps } from "./button";
import { FormError } from "./form-error";
import { useToast } from "./toast";

export type AnswerButtonProps = Omit<ButtonProps, "onClick" | "pending" | "type"> & {
  /** A server action works without JavaScript too. */
  action: () => Promise<Answer>;
};

/**
 * A button that does one thing, and says in a corner of the page what came of it. Without JavaScript it sends a form, and
 * the page that answers shows what has changed, or why nothing has.
 */
export function AnswerButton({ action, ...button }: AnswerButtonProps) {
  const [sent, send] = useActionState<Answer | null>(action, null);
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const press = (event: FormEvent) => {
    event.preventDefault();
    startTransition(async () => {
      const answer = await action().catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
    });
  };
  return (
    <form action={send} className="contents" onSubmit={press}>
      {sent === null || sent.ok ? null : <FormError message={sent.message} />}
      <Button {...button} pending={pending} type="submit" />
    </form>
  );
}
