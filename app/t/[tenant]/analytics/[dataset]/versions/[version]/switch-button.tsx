"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";

/** Takes the new version although charts will need attention. */
export function SwitchButton({ switchNow }: { switchNow: () => Promise<Answer> }) {
  const router = useRouter();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const press = () =>
    startTransition(async () => {
      const answer = await switchNow().catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
      if (answer.ok) router.refresh();
    });
  return (
    <Button onClick={press} pending={pending} variant="primary">
      Use the new version
    </Button>
  );
}
