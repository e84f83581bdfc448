"use client";

import { ConfirmDialog } from "@/components/dialog";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";
import { suspendTenantAction } from "./actions";

type SuspendButtonProps = { tenantId: string; name: string; suspended: boolean };

/** Shuts or opens a tenant's doors, after asking. */
export function SuspendButton({ tenantId, name, suspended }: SuspendButtonProps) {
  const toast = useToast();
  const change = async () => {
    const answer = await suspendTenantAction(tenantId, !suspended).catch(explainSilence);
    if (answer.ok) toast({ title: answer.message, tone: "positive" });
    return answer;
  };
  return (
    <ConfirmDialog
      action={change}
      body={
        suspended
          ? "Everybody with an active seat gets in again at once."
          : "Nobody of this tenant gets in until it is resumed. Seats, people and data stay as they are."
      }
      confirmLabel={suspended ? "Resume" : "Suspend"}
      title={
        <>
          {suspended ? "Resume" : "Suspend"} <bdi>{name}</bdi>?
        </>
      }
      tone={suspended ? "primary" : "danger"}
      trigger={suspended ? "Resume" : "Suspend"}
    />
  );
}
