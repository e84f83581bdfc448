"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { TextField } from "@/components/field";
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
  const problemOf = (field: "adminName" | "adminEmail") =>
    (refused?.field ?? "adminEmail") === field ? refused?.message : undefined;
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
      <TextField
        autoComplete="off"
        error={problemOf("adminName")}
        label="Name"
        maxLength={120}
        name="adminName"
      />
      <TextField
        autoComplete="off"
        error={problemOf("adminEmail")}
        inputMode="email"
        label="Email address"
        maxLength={254}
        name="adminEmail"
      />
      <Button className="justify-self-start" pending={pending} type="submit">
        Invite admin
      </Button>
    </form>
  );
}
