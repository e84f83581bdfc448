"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { explainSilence } from "@/lib/base/answer";
import { admitAction, previewAction } from "./actions";
import { forgetList } from "./kept-list";
import type { AdmitAnswer, PreviewAnswer } from "./preview-answer";
import { UNREADABLE } from "./refused-words";
import { RosterForm } from "./roster-form";
import { RosterPreview } from "./roster-preview";

/** The preview's entry in the browser's history. */
const PREVIEW = "#preview";
const LARGEST_FILE = 2 * 1024 * 1024;
const TOO_LARGE = "The file is larger than 2 MB. Split it and bring the parts in one after the other.";

/**
 * The two steps of bringing people in: choose a roster, then confirm its preview. The roster stays in this tab.
 * @param owner whose pasted list this tab may keep
 */
export function RosterDesk({ slug, owner }: { slug: string; owner: string }) {
  const router = useRouter();
  const [form, setForm] = useState<FormData | null>(null);
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const isPreview = answer?.ok === true;

  const preview = (chosen: FormData) =>
    startTransition(async () => {
      setForm(chosen);
      setProblem(undefined);
      const answered = isTooLarge(chosen)
        ? ({ ok: false, title: UNREADABLE, message: TOO_LARGE } as const)
        : await previewAction(slug, chosen).catch(explainLoss);
      setAnswer(answered);
      setLeftOut(new Set());
      if (answered.ok) window.history.pushState(null, "", PREVIEW);
    });

  // The browser's Back leads from the preview to the list as it was, not away from both; an address of a preview that
  // is not there any more, after a reload or going forward, leads to the list too.
  useEffect(() => {
    const follow = () => {
      if (window.location.hash !== PREVIEW) setAnswer(null);
      else if (!isPreview) window.history.replaceState(null, "", window.location.pathname);
    };
    window.addEventListener("popstate", follow);
    // The router begins to hear of such changes after the effects of its pages.
    const look = isPreview ? undefined : setTimeout(follow);
    return () => {
      clearTimeout(look);
      window.removeEventListener("popstate", follow);
    };
  }, [isPreview]);

  const admit = () =>
    startTransition(async () => {
      if (form === null || !answer?.ok) return;
      form.set("importId", answer.importId);
      form.set("leftOut", JSON.stringify([...leftOut]));
      const held = answer.rows.filter((row) => row.fate === "already").map((row) => row.position);
      form.set("held", JSON.stringify(held));
      const admitted: AdmitAnswer = await admitAction(slug, form).catch(explainLoss);
      if (admitted.ok) {
        forgetList();
        // In the place of the preview, which is done with: Back leads to an empty form.
        return router.replace(`/t/${slug}/imports/${admitted.importId}`);
      }
      setProblem(admitted.message);
      // The list as it stands now, with what was left out of it before.
      const again = admitted.isOutdated ? await previewAction(slug, form).catch(explainLoss) : answer;
      if (again.ok) setAnswer(again);
    });

  if (isPreview)
    return (
      <RosterPreview
        leftOut={leftOut}
        onAdmit={admit}
        onBack={() => window.history.back()}
        onLeaveOut={setLeftOut}
        pending={pending}
        preview={answer}
        problem={problem}
        seatsHref={`/t/${slug}/seats#request`}
      />
    );
  const pasted = form?.get("text");
  return (
    <RosterForm
      onPreview={preview}
      owner={owner}
      pending={pending}
      problem={answer ?? undefined}
      text={typeof pasted === "string" ? pasted : ""}
    />
  );
}

/** Nothing came back; the list stays in this tab. */
function explainLoss(error: unknown) {
  const message = `${explainSilence(error).message} Your list is still here.`;
  return { ok: false, title: "That didn't work", message } as const;
}

function isTooLarge(form: FormData): boolean {
  const file = form.get("file");
  return file instanceof File && file.size > LARGEST_FILE;
}
