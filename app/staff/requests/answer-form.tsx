"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { answerSeatRequestAction } from "./actions";

type Decision = "approve" | "decline";

/** Approves or declines one request, with a word to the admin. */
export function AnswerForm({ requestId, tenantName }: { requestId: string; tenantName: string }) {
  const [problem, setProblem] = useState<string>();
  const [deciding, setDeciding] = useState<Decision>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const answerWith = (decision: Decision, typed: FormData) => {
    setDeciding(decision);
    startTransition(async () => {
      const input = { decision, word: typed.get("word") };
      const answer = await answerSeatRequestAction(requestId, input).catch(explainSilence);
      setProblem(answer.ok ? undefined : answer.message);
      if (answer.ok) toast({ title: answer.message, tone: "positive" });
    });
  };
  return (
    <form
      ref={form}
      className="grid gap-3"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent;
        const decision = submitter?.getAttribute("value") === "decline" ? "decline" : "approve";
        answerWith(decision, new FormData(event.currentTarget));
      }}
    >
      <TextField
        autoComplete="off"
        error={problem}
        hint="The admin reads it in a letter and on their page. Needed to decline."
        label={`A word to ${tenantName}`}
        maxLength={500}
        name="word"
      />
      <div className="flex flex-wrap gap-2">
        <Button
          aria-label={`Approve the request of ${tenantName}`}
          disabled={pending}
          pending={pending && deciding === "approve"}
          type="submit"
          value="approve"
          variant="primary"
        >
          Approve
        </Button>
        <Button
          aria-label={`Decline the request of ${tenantName}`}
          disabled={pending}
          pending={pending && deciding === "decline"}
          type="submit"
          value="decline"
        >
          Decline
        </Button>
      </div>
    </form>
  );
}
