"use client";

import { useState, useTransition } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { SelectField, type SelectOption, TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { useProblemFocus } from "@/components/use-problem-focus";
import { explainSilence } from "@/lib/base/answer";
import { editPersonAction } from "./actions";

type EditPersonProps = {
  slug: string;
  seatId: string;
  name: string;
  role: string;
  roles: readonly SelectOption[];
};

/** Name and role of one person. */
export function EditPerson({ slug, seatId, name, role, roles }: EditPersonProps) {
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const form = useProblemFocus(problem);
  const change = (next: boolean) => {
    setProblem(undefined);
    setOpen(next);
  };
  const save = (typed: FormData) =>
    startTransition(async () => {
      const answer = await editPersonAction(slug, seatId, typed).catch(explainSilence);
      if (!answer.ok) return setProblem(answer.message);
      change(false);
      toast({ title: answer.message, tone: "positive" });
    });
  return (
    <Dialog
      description="A new role counts from their next click on."
      onOpenChange={change}
      open={open}
      title="Edit name and role"
      trigger="Edit"
    >
      <form
        ref={form}
        className="grid gap-4"
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          save(new FormData(event.currentTarget));
        }}
      >
        <FormError message={problem} />
        <TextField
          autoComplete="off"
          defaultValue={name}
          dir="auto"
          label="Name"
          maxLength={240}
          name="name"
          optional
        />
        <SelectField defaultValue={role} label="Role" name="role" options={roles} />
        <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
          Save
        </Button>
      </form>
    </Dialog>
  );
}
