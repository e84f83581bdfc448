"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/field";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { readdressAction } from "./actions";

/** Another address for somebody who has not accepted. */
export function CorrectAddress({ slug, seatId, email }: { slug: string; seatId: string; email: string }) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const importId = useRef("");
  const toast = useToast();
  const form = useProblemFocus(problem);
  const router = useRouter();
  const change = (next: boolean) => {
    if (next) importId.current = crypto.randomUUID();
    setProblem(undefined);
    setOpen(next);
  };
  const save = (typed: FormData) =>
    startTransition(async () => {
      typed.set("importId", importId.current);
      const answer = await readdressAction(slug, seatId, typed).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      change(false);
      toast({ title: answer.message, tone: "positive" });
      if ("href" in answer && answer.href) router.push(answer.href);
    });
  return (
    <Dialog
      description={`The invitation of ${email} is revoked, and the same person is invited under the new address. No second seat is needed.`}
      onOpenChange={change}
      open={open}
      title="Correct the address"
      trigger="Correct address"
    >
      <form
        ref={form}
        className="grid gap-4"
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <TextField
          autoComplete="off"
          defaultValue={email}
          error={problem}
          inputMode="email"
          label="New email address"
          maxLength={254}
          name="email"
        />
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          Invite under this address
        </Button>
      </form>
    </Dialog>
  );
}
