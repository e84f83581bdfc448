"use client";

import { useState, useTransition } from "react";
import { admitAction, previewAction } from "./actions";
import type { PreviewAnswer } from "./preview-answer";
import { RosterForm } from "./roster-form";
import { RosterPreview } from "./roster-preview";

/** The two steps of bringing people in: choose a roster, then confirm its preview. The roster stays in this tab. */
export function RosterDesk({ slug }: { slug: string }) {
  const [form, setForm] = useState<FormData | null>(null);
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();

  const preview = (chosen: FormData) =>
    startTransition(async () => {
      setForm(chosen);
      setProblem(undefined);
      setAnswer(await previewAction(slug, chosen));
    });

  const admit = (leftOut: number[]) =>
    startTransition(async () => {
      if (form === null || !answer?.ok) return;
      form.set("importId", answer.importId);
      form.set("leftOut", JSON.stringify(leftOut));
      const refused = await admitAction(slug, form);
      setProblem(refused?.message);
    });

  if (answer?.ok)
    return (
      <RosterPreview
        key={answer.importId}
        onAdmit={admit}
        onBack={() => setAnswer(null)}
        pending={pending}
        preview={answer}
        problem={problem}
      />
    );
  return (
    <RosterForm
      onPreview={preview}
      pending={pending}
      problem={answer?.message}
      text={typeof form?.get("text") === "string" ? String(form.get("text")) : ""}
    />
  );
}
