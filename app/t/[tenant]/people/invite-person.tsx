"use client";

import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { SelectField, type SelectOption, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence, UNREACHABLE } from "@/lib/base/answer";
import { type InviteAnswer, inviteAction } from "./invite-action";

/** Invites one person without a list. */
export function InvitePerson({ slug, roles }: { slug: string; roles: readonly SelectOption[] }) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<InviteAnswer>();
  const [pending, startTransition] = useTransition();
  const importId = useRef("");
  const toast = useToast();
  const form = useProblemFocus(refused);
  const change = (next: boolean) => {
    if (next) importId.current = crypto.randomUUID();
    setRefused(undefined);
    setOpen(next);
  };
  const invite = (typed: FormData) =>
    startTransition(async () => {
      typed.set("importId", importId.current);
      const answer: InviteAnswer = await inviteAction(slug, typed).catch(explainSilence);
      // What was answered is done with; what was not may have been written, and is sent again as the same.
      if (answer !== UNREACHABLE) importId.current = crypto.randomUUID();
      setRefused(answer.ok ? undefined : answer);
      if (!answer.ok) return;
      change(false);
      toast({ title: answer.message, tone: "positive" });
    });
  const problemOf = (field?: "name" | "email") => (refused?.field === field ? refused?.message : undefined);
  return (
    <Dialog
      description="They get a seat at once and a letter with a link that leads them in."
      onOpenChange={change}
      open={open}
      title="Invite one person"
      trigger="Invite one person"
    >
      <form
        ref={form}
        className="grid gap-4"
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          invite(new FormData(event.currentTarget));
        }}
      >
        <FormError message={problemOf()} />
        <TextField
          autoComplete="off"
          error={problemOf("name")}
          label="Name"
          maxLength={120}
          name="name"
          optional
        />
        <TextField
          autoComplete="off"
          error={problemOf("email")}
          inputMode="email"
          label="Email address"
          maxLength={254}
          name="email"
        />
        <SelectField label="Role" name="role" options={roles} />
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          Invite
        </Button>
      </form>
    </Dialog>
  );
}
