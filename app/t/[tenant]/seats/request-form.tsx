"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { TextArea, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { readCount } from "@/lib/base/read-count";
import { type RequestAnswer, requestSeatsAction } from "./actions";

/** How many more seats, and what for. */
export function RequestForm({ slug }: { slug: string }) {
  const [refused, setRefused] = useState<RequestAnswer>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(refused);
  const send = (typed: FormData) =>
    startTransition(async () => {
      const input = { seats: readCount(String(typed.get("seats") ?? "")), reason: typed.get("reason") };
      const answer: RequestAnswer = await requestSeatsAction(slug, input).catch(explainSilence);
      setRefused(answer.ok ? undefined : answer);
      if (answer.ok) toast({ title: answer.message, tone: "positive" });
    });
  const problemOf = (field: "seats" | "reason") => (refused?.field === field ? refused.message : undefined);
  return (
    <form
      ref={form}
      className="grid gap-4"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(new FormData(event.currentTarget));
      }}
    >
      <FormError message={refused?.field === undefined ? refused?.message : undefined} />
      <TextField
        autoComplete="off"
        controlClassName="max-w-40"
        error={problemOf("seats")}
        inputMode="numeric"
        label="How many more"
        name="seats"
      />
      <TextArea
        error={problemOf("reason")}
        hint="Analystick's staff read it before they answer."
        label="What for"
        maxLength={500}
        name="reason"
        rows={3}
      />
      <Button className="justify-self-start" pending={pending} type="submit" variant="primary">
        Send request
      </Button>
    </form>
  );
}
