"use client";

import { useTransition } from "react";
import { Button } from "@/components/button";
import { ConfirmDialog } from "@/components/dialog";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";
import { releaseAdminAction, renewAdminAction } from "./actions";

type AdminButtonsProps = { tenantId: string; seatId: string; name: string; stage: string };

/** What staff can do about one admin of a tenant: a new letter, and taking the seat back after asking. */
export function AdminButtons({ tenantId, seatId, name, stage }: AdminButtonsProps) {
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const isActive = stage === "active";
  const resend = () =>
    startTransition(async () => {
      const answer = await renewAdminAction(tenantId, seatId).catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
    });
  const release = async () => {
    const answer = await releaseAdminAction(tenantId, seatId).catch(explainSilence);
    if (answer.ok) toast({ title: answer.message, tone: "positive" });
    return answer;
  };
  return (
    <div className="flex justify-end gap-2">
      {isActive || stage === "reserved" ? null : (
        <Button aria-label={`Send ${name} a new letter`} onClick={resend} pending={pending} size="sm">
          New letter
        </Button>
      )}
      <ConfirmDialog
        action={release}
        body={
          isActive ? (
            <>
              <bdi>{name}</bdi> loses access at their next click. The seat is free at once.
            </>
          ) : (
            <>
              The link in the letter to <bdi>{name}</bdi> stops working. The seat is free at once.
            </>
          )
        }
        confirmLabel={isActive ? "Remove" : "Revoke"}
        title={
          <>
            {isActive ? "Remove" : "Revoke the invitation of"} <bdi>{name}</bdi>?
          </>
        }
        tone="danger"
        trigger={isActive ? "Remove" : "Revoke"}
        triggerLabel={isActive ? `Remove ${name}` : `Revoke the invitation of ${name}`}
        triggerSize="sm"
        triggerVariant="ghost"
      />
    </div>
  );
}
