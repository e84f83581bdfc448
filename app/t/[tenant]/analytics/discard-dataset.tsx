"use client";

import { useRouter } from "next/navigation";
import { ConfirmDialog } from "@/components/dialog";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

type DiscardDatasetProps = {
  name: string;
  remove: () => Promise<Answer>;
  /** The list, on the page of the dataset itself. */
  home?: string | undefined;
};

/** Deletes a dataset that never came to be, with its file. */
export function DiscardDataset({ name, remove, home }: DiscardDatasetProps) {
  const router = useRouter();
  const toast = useToast();
  return (
    <ConfirmDialog
      action={async () => {
        const answer = await remove().catch(explainSilence);
        if (answer.ok) {
          toast({ title: answer.message, tone: "positive" });
          if (home !== undefined) router.push(home);
        }
        return answer;
      }}
      body="Nothing of it was imported. Its file goes too and can’t be restored."
      confirmLabel="Delete dataset"
      title={
        <>
          Delete <bdi>{name}</bdi>?
        </>
      }
      tone="danger"
      trigger="Delete"
      triggerLabel={home === undefined ? `Delete ${name}` : undefined}
      {...(home === undefined ? ({ triggerSize: "sm", triggerVariant: "ghost" } as const) : {})}
    />
  );
}
