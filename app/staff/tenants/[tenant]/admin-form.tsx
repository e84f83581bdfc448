"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { type AdminAnswer, inviteAdminAction } from "./actions";

/** Invites one more admin, should a tenant's own be out of reach. */
export function AdminForm({ tenantId }: { tenantId: string }) {
  const [refused, setRefused] = useState<AdminAnswer>();
  const [pending, startTransition] = useTransition();
  const form = useProblemFocus(refused);
  const toast = useToast();
  const invite = (typed: FormData) =>
    startTransition(async () => {
      const input = { adminName: typed.get("adminName"), adminEmail: typed.get("adminEmail") };
      const answer: AdminAnswer = await inviteAdminAction(tenantId, input).catch(explainSilence);
      setRefused(answer.ok ? undefined : answer);
      if (!answer.ok) return;
      form.current?.reset();
      toast({ title: answer.message, tone: "positive" });
    });
  return (
    <form
      className="grid gap-4"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        invite(new FormData(event.currentTarget));
      }}
      ref={form}
    >
      <FormError message={refused?.fields ? undefined : refused?.message} />
      <TextField autoComplete="off" error={refused?.fields?.adminName} label="Name" name="adminName" />
      <TextField
        autoComplete="off"
        error={refused?.fields?.adminEmail}
        inputMode="email"
        label="Email address"
        name="adminEmail"
      />
      <Button className="justify-self-start" pending={pending} type="submit">
        Invite admin
      </Button>
    </form>
  );
}
