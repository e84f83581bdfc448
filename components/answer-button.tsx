"use client";

import { useTransition } from "react";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { Button, type ButtonProps } from "./button";
import { useToast } from "./toast";

export type AnswerButtonProps = Omit<ButtonProps, "onClick" | "pending" | "type"> & {
  action: () => Promise<Answer>;
};

/** A button that does one thing, and says in a corner of the page what came of it. */
export function AnswerButton({ action, ...button }: AnswerButtonProps) {
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const press = () =>
    startTransition(async () => {
      const answer = await action().catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
    });
  return <Button {...button} onClick={press} pending={pending} />;
}
