"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

/** Brings in sample data with one press. */
export function SampleButton({ add }: { add: () => Promise<Answer> }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const press = () =>
    startTransition(async () => {
      const answer = await add().catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
      if (answer.ok) router.refresh();
    });
  return (
    <Button onClick={press} pending={pending}>
      Try it with sample data
    </Button>
  );
}
