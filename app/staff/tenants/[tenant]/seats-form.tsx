"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { changeSeatsAction } from "./actions";

/** Sells more seats or fewer. */
export function SeatsForm({ tenantId, purchased }: { tenantId: string; purchased: number }) {
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const save = (typed: FormData) =>
    startTransition(async () => {
      const seats = String(typed.get("seats") ?? "").trim();
      const answer = await changeSeatsAction(tenantId, seats === "" ? Number.NaN : Number(seats)).catch(
        explainSilence,
      );
      setProblem(answer.ok ? undefined : answer.message);
      if (answer.ok) toast({ title: answer.message, tone: "positive" });
    });
  return (
    <form
      ref={form}
      className="flex flex-wrap items-start gap-3"
      noValidate
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <TextField
        className="w-40"
        defaultValue={String(purchased)}
        error={problem}
        inputMode="numeric"
        key={purchased}
        label="Seats purchased"
        name="seats"
      />
      <Button className="mt-6.5" pending={pending} type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
