"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { explainSilence } from "@/lib/base/answer";
import { admitAction, previewAction } from "./actions";
import type { AdmitAnswer, PreviewAnswer } from "./preview-answer";
import { RosterForm } from "./roster-form";
import { RosterPreview } from "./roster-preview";

/** The preview's entry in the browser's history. */
const PREVIEW = "#preview";
const LARGEST_FILE = 2 * 1024 * 1024;
const TOO_LARGE = "The file is larger than 2 MB. Split it and bring the parts in one after the other.";

/** The two steps of bringing people in: choose a roster, then confirm its preview. The roster stays in this tab. */
export function RosterDesk({ slug }: { slug: string }) {
  const router = useRouter();
  const [form, setForm] = useState<FormData | null>(null);
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();

  const preview = (chosen: FormData) =>
    startTransition(async () => {
      setForm(chosen);
      setProblem(undefined);
      const answered = isTooLarge(chosen)
        ? { ok: false as const, message: TOO_LARGE }
        : await previewAction(slug, chosen).catch(explainLoss);
      setAnswer(answered);
      setLeftOut(new Set());
      if (answered.ok) window.history.pushState(null, "", PREVIEW);
    });

  // The browser's Back leads from the preview to the list as it was, not away from both.
  useEffect(() => {
    const goBack = () => {
      if (window.location.hash !== PREVIEW) setAnswer(null);
    };
    window.addEventListener("popstate", goBack);
    return () => window.removeEventListener("popstate", goBack);
  }, []);

  const admit = () =>
    startTransition(async () => {
      if (form === null || !answer?.ok) return;
      form.set("importId", answer.importId);
      form.set("leftOut", JSON.stringify([...leftOut]));
      const held = answer.rows.filter((row) => row.fate === "already").map((row) => row.position);
      form.set("held", JSON.stringify(held));
      const admitted: AdmitAnswer = await admitAction(slug, form).catch(explainLoss);
      if (admitted.ok) return router.push(`/t/${slug}/imports/${admitted.importId}`);
      setProblem(admitted.message);
      // The list as it stands now, with what was left out of it before.
      const again = admitted.isOutdated ? await previewAction(slug, form).catch(explainLoss) : answer;
      if (again.ok) setAnswer(again);
    });

  if (answer?.ok)
    return (
      <RosterPreview
        leftOut={leftOut}
        onAdmit={admit}
        onBack={() => window.history.back()}
        onLeaveOut={setLeftOut}
        pending={pending}
        preview={answer}
        problem={problem}
      />
    );
  const pasted = form?.get("text");
  return (
    <RosterForm
      onPreview={preview}
      pending={pending}
      problem={answer?.message}
      text={typeof pasted === "string" ? pasted : ""}
    />
  );
}

/** Nothing came back; the list stays in this tab. */
function explainLoss(error: unknown): { ok: false; message: string } {
  return { ok: false, message: `${explainSilence(error).message} Your list is still here.` };
}

function isTooLarge(form: FormData): boolean {
  const file = form.get("file");
  return file instanceof File && file.size > LARGEST_FILE;
}
