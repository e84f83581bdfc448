"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button, ButtonLink } from "@/components/button";
import { ConfirmDialog, Dialog } from "@/components/dialog";
import { TextField } from "@/components/field";
import { FormError } from "@/components/form-error";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

type DatasetButtonsProps = {
  home: string;
  dataset: { id: string; name: string };
  rename: (name: string) => Promise<Answer>;
  remove: () => Promise<Answer>;
};

/** What an admin can do with a dataset: bring in a new version, name it, delete it. */
export function DatasetButtons({ home, dataset, rename, remove }: DatasetButtonsProps) {
  const router = useRouter();
  const toast = useToast();
  const [open, setOpen] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [pending, startTransition] = useTransition();
  const save = (form: FormData) =>
    startTransition(async () => {
      const answer = await rename(String(form.get("name"))).catch(explainSilence);
      setProblem(answer.ok ? undefined : answer.message);
      if (!answer.ok) return;
      setOpen(false);
      toast({ title: answer.message, tone: "positive" });
      router.refresh();
    });
  return (
    <>
      <ButtonLink href={`${home}/${dataset.id}/replace`}>New version</ButtonLink>
      <Dialog onOpenChange={setOpen} open={open} title="Rename the dataset" trigger="Rename">
        <form
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
            defaultValue={dataset.name}
            dir="auto"
            label="Name"
            maxLength={120}
            name="name"
            required
          />
          <Button className="justify-self-end" pending={pending} type="submit" variant="primary">
            Save
          </Button>
        </form>
      </Dialog>
      <ConfirmDialog
        action={async () => {
          const answer = await remove().catch(explainSilence);
          if (answer.ok) router.push(home);
          return answer.ok ? { ok: true } : { ok: false, message: answer.message };
        }}
        body="Its charts can't be drawn until it is restored. It can be restored for a week, on the page Analytics."
        confirmLabel="Delete dataset"
        title={
          <>
            Delete <bdi>{dataset.name}</bdi>?
          </>
        }
        tone="danger"
        trigger="Delete"
      />
    </>
  );
}
