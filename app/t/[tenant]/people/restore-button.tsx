"use client";

import { useTransition } from "react";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";
import { restoreAction } from "./[seat]/actions";

/** Gives somebody whose invitation ran out their seat again, with a new letter. Takes a free seat. */
export function RestoreButton({ slug, seatId, name }: { slug: string; seatId: string; name: string }) {
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const restore = () =>
    startTransition(async () => {
      const answer = await restoreAction(slug, seatId).catch(explainSilence);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
    });
  return (
    <Button aria-label={`Send a new letter to ${name}`} onClick={restore} pending={pending} size="sm">
      Send a new letter
    </Button>
  );
}
