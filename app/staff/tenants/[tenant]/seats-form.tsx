"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog } from "@/components/dialog";
import { TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { readCount } from "@/lib/base/read-count";
import { changeSeatsAction } from "./actions";

type SeatsFormProps = { tenantId: string; purchased: number; held: number };

/** Sells more seats or fewer; asks before there are fewer than people hold. */
export function SeatsForm({ tenantId, purchased, held }: SeatsFormProps) {
  const [problem, setProblem] = useState<string>();
  const [asked, setAsked] = useState<number | null>(null);
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const save = async (seats: number): Promise<Answer> => {
    const answer = await changeSeatsAction(tenantId, seats).catch(explainSilence);
    setProblem(answer.ok ? undefined : answer.message);
    if (answer.ok) toast({ title: answer.message, tone: "positive" });
    return answer;
  };
  const send = (typed: FormData) => {
    const seats = readCount(String(typed.get("seats") ?? ""));
    if (seats >= 0 && seats < held) return setAsked(seats);
    startTransition(async () => {
      await save(seats);
    });
  };
  const number = (value: number) => value.toLocaleString("en-US");
  return (
    <>
      <form
        ref={form}
        className="grid gap-4"
        noValidate
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          send(new FormData(event.currentTarget));
        }}
      >
        <TextField
          controlClassName="max-w-40"
          defaultValue={String(purchased)}
          error={problem}
          inputMode="numeric"
          key={purchased}
          label="Seats purchased"
          name="seats"
        />
        <Button className="justify-self-start" pending={pending} type="submit" variant="primary">
          Save
        </Button>
      </form>
      <ConfirmDialog
        action={() => save(asked ?? purchased)}
        body={`${number(held)} seats are held. Nobody loses theirs, but nobody new can be invited until ${number(held - (asked ?? 0) + 1)} of them are taken back or more are sold again.`}
        confirmLabel={`Sell ${number(asked ?? 0)}`}
        onOpenChange={(open) => open || setAsked(null)}
        open={asked !== null}
        title="Sell fewer seats than are held?"
        tone="danger"
      />
    </>
  );
}
