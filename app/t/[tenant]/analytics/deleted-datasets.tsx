"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/button";
import { Card } from "@/components/card";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

type DeletedDatasetsProps = {
  datasets: readonly { id: string; name: string }[];
  restore: (id: string) => Promise<Answer>;
};

/** What was deleted lately and can still be had back. */
export function DeletedDatasets({ datasets, restore }: DeletedDatasetsProps) {
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const press = (id: string) =>
    startTransition(async () => {
      const answer = await restore(id).catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
      if (answer.ok) router.refresh();
    });
  return (
    <Card description="Their files are cleared away a week after." padding="none" title="Deleted lately">
      <ul className="divide-y divide-border">
        {datasets.map(({ id, name }) => (
          <li className="flex items-center gap-3 px-4 py-2.5 sm:px-5" key={id}>
            <bdi className="min-w-0 grow wrap-anywhere">{name}</bdi>
            <Button aria-label={`Restore ${name}`} onClick={() => press(id)} pending={pending} size="sm">
              Restore
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
