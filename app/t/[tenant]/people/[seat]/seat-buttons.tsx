"use client";

import { useTransition } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog } from "@/components/dialog";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { restoreAction } from "./actions";

type SeatButtonsProps = {
  slug: string;
  seatId: string;
  name: string;
  email: string;
  stage: string;
  wasIn: boolean;
  release: () => Promise<Answer>;
  renew: () => Promise<Answer>;
};

/** What can be done about one person's seat and letter. Taking back and restoring ask first. */
export function SeatButtons({ slug, seatId, name, email, stage, wasIn, release, renew }: SeatButtonsProps) {
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
      <ConfirmDialog
        action={confirm(() => restoreAction(slug, seatId))}
        body={
          wasIn
            ? `${email} gets the same seat again and is back in with their password as soon as Auth0 has opened their sign-in. That takes one free seat.`
            : `${email} gets the same seat again and a new letter. That takes one free seat.`
        }
        confirmLabel="Restore"
        title={
          <>
            Restore <bdi>{name}</bdi>?
          </>
        }
        trigger="Restore"
        triggerVariant="primary"
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
      <ConfirmDialog
        action={confirm(release)}
        body={
          isActive
            ? `${email} loses access at their next click, in every open tab. The seat is free at once.`
            : `The link in the letter to ${email} stops working. The seat is free at once.`
        }
        confirmLabel={isActive ? "Remove" : "Revoke"}
        title={
          <>
            {isActive ? "Remove" : "Revoke the invitation of"} <bdi>{name}</bdi>?
          </>
        }
        tone="danger"
        trigger={isActive ? "Remove" : "Revoke invitation"}
      />
    </>
  );
}
