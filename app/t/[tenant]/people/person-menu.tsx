"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "@/components/dialog";
import { DropdownMenu, MenuButton, MenuLink } from "@/components/dropdown-menu";
import { useToast } from "@/components/toast";
import { explainSilence } from "@/lib/base/answer";
import { releaseSeatAction, renewInvitationAction } from "./actions";

type PersonMenuProps = { seatId: string; slug: string; name: string; email: string; stage: string };

/** What an admin can do about one person. Taking a seat back asks first. */
export function PersonMenu({ seatId, slug, name, email, stage }: PersonMenuProps) {
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const [isActive, isReleased] = [stage === "active", stage === "released"];
  const canResend = stage === "imported" || stage === "invited" || stage === "verified";
  const resend = async () => {
    const answer = await renewInvitationAction(slug, seatId).catch(explainSilence);
    toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
  };
  const release = async () => {
    const answer = await releaseSeatAction(slug, seatId).catch(explainSilence);
    if (answer.ok) toast({ title: answer.message, tone: "positive" });
    return answer;
  };
  return (
    <>
      <DropdownMenu
        label={`Actions for ${name}`}
        size="sm"
        trigger={<Ellipsis aria-hidden />}
        variant="ghost"
      >
        <MenuLink href={`/t/${slug}/people/${seatId}`}>
          {isReleased ? "See history" : "See and edit"}
        </MenuLink>
        {canResend ? <MenuButton onSelect={resend}>Send a new letter</MenuButton> : null}
        {isReleased ? null : (
          <MenuButton onSelect={() => setAsking(true)} tone="danger">
            {isActive ? "Remove" : "Revoke invitation"}
          </MenuButton>
        )}
      </DropdownMenu>
      <ConfirmDialog
        action={release}
        body={
          isActive
            ? `${email} loses access at their next click, in every open tab. The seat is free at once.`
            : `The link in the letter to ${email} stops working. The seat is free at once.`
        }
        confirmLabel={isActive ? "Remove" : "Revoke"}
        onOpenChange={setAsking}
        open={asking}
        title={
          <>
            {isActive ? "Remove" : "Revoke the invitation of"} <bdi>{name}</bdi>?
          </>
        }
        tone="danger"
      />
    </>
  );
}
