"use client";

import { useTransition } from "react";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { restoreAction } from "./actions";
import { ReleaseDialog, type Whose } from "./release-dialog";
import { RestoreDialog } from "./restore-dialog";

type SeatButtonsProps = {
  slug: string;
  seatId: string;
  name: string;
  email: string;
  stage: string;
  whose: Whose;
  wasIn: boolean;
  release: () => Promise<Answer>;
  renew: () => Promise<Answer>;
};

/** What can be done about one person's seat and letter. Taking back and restoring ask first. */
export function SeatButtons({
  slug,
  seatId,
  name,
  email,
  stage,
  release,
  renew,
  ...person
}: SeatButtonsProps) {
  const [sending, startSending] = useTransition();
  const toast = useToast();
  const tell = (answer: Answer) => toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
  const resend = () => startSending(async () => tell(await renew().catch(explainSilence)));
  const confirm = (work: () => Promise<Answer>) => async () => {
    const answer = await work().catch(explainSilence);
    if (answer.ok) tell(answer);
    return answer;
  };
  if (stage === "released")
    return (
      <RestoreDialog
        action={confirm(() => restoreAction(slug, seatId))}
        email={email}
        name={name}
        trigger="Restore"
        triggerVariant="primary"
        wasIn={person.wasIn}
      />
    );
  const isActive = stage === "active";
  return (
    <>
      {isActive || stage === "reserved" ? null : (
        <Button onClick={resend} pending={sending}>
          Send a new letter
        </Button>
      )}
      <ReleaseDialog
        action={confirm(release)}
        email={email}
        isActive={isActive}
        name={name}
        trigger={isActive ? "Remove" : "Revoke invitation"}
        whose={person.whose}
      />
    </>
  );
}
