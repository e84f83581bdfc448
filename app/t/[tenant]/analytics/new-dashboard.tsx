"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { type Answer, explainSilence } from "@/lib/base/answer";

type NewDashboardProps = { create: (id: string, title: string) => Promise<Answer>; home: string };

/** Makes an empty dashboard and opens it for editing. */
export function NewDashboard({ create, home }: NewDashboardProps) {
  const router = useRouter();
  const [id] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const save = (form: FormData) =>
    startTransition(async () => {
      const answer = await create(id, String(form.get("title"))).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      router.push(`${home}/dashboards/${id}/edit`);
    });
  return (
    <Dialog title="New dashboard" trigger="New dashboard" triggerSize="sm">
      <form
        className="grid gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <FormError message={problem} />
        <TextField autoComplete="off" dir="auto" label="Title" maxLength={120} name="title" required />
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          Make
        </Button>
      </form>
    </Dialog>
  );
}
