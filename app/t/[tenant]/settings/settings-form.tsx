"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { CheckboxField, TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { changeSettingsAction } from "./actions";

type SettingsFormProps = { slug: string; invitationDays: number; reminders: boolean };

/** How long invitations hold, and whether people are reminded of them. */
export function SettingsForm({ slug, invitationDays, reminders }: SettingsFormProps) {
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const save = (typed: FormData) =>
    startTransition(async () => {
      const days = String(typed.get("invitationDays") ?? "").trim();
      const input = {
        invitationDays: days === "" ? Number.NaN : Number(days),
        reminders: typed.has("reminders"),
      };
      const answer = await changeSettingsAction(slug, input).catch(explainSilence);
      setProblem(answer.ok ? undefined : answer.message);
      if (answer.ok) toast({ title: answer.message, tone: "positive" });
    });
  return (
    <form
      ref={form}
      className="grid gap-5"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <TextField
        autoComplete="off"
        className="[&_input]:w-24"
        defaultValue={String(invitationDays)}
        error={problem}
        hint="1 to 30. When the days are over, the link stops working and the seat is free again. Letters that are out keep the time they name."
        inputMode="numeric"
        label="Days an invitation holds"
        name="invitationDays"
      />
      <CheckboxField
        defaultChecked={reminders}
        hint="On the third and the fifth day, to people who have not opened their invitation yet."
        label="Send reminders"
        name="reminders"
      />
      <Button className="justify-self-start" pending={pending} type="submit" variant="primary">
        Save
      </Button>
    </form>
  );
}
