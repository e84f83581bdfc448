"use client";

import { useTransition } from "react";
import { Button } from "@/components/button";
import { useToast } from "@/components/toast";
import { UNREACHABLE } from "@/lib/base/answer";
import { inviteAgainAction } from "./invite-again-action";

/** Sends a new letter to somebody whose invitation ran out. Takes a free seat. */
export function InviteAgainButton({ slug, seatId, name }: { slug: string; seatId: string; name: string }) {
  const [pending, startTransition] = useTransition();
  const toast = useToast();
  const invite = () =>
    startTransition(async () => {
      const answer = await inviteAgainAction(slug, seatId).catch(() => UNREACHABLE);
      toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
    });
  return (
    <Button aria-label={`Send a new letter to ${name}`} onClick={invite} pending={pending} size="sm">
      Send a new letter
    </Button>
  );
}
