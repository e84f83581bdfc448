"use client";

import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { DropdownMenu, MenuButton, MenuLink } from "@/components/dropdown-menu";
import { useToast } from "@/components/toast";
import { type Answer, explainSilence } from "@/lib/base/answer";
import { restoreAction } from "./[seat]/actions";
import { ReleaseDialog, type Whose } from "./[seat]/release-dialog";
import { RestoreDialog } from "./[seat]/restore-dialog";
import { releaseSeatAction, renewInvitationAction } from "./actions";

type PersonMenuProps = {
  seatId: string;
  slug: string;
  name: string;
  email: string;
  stage: string;
  whose: Whose;
  /** Whether they had got in before their seat was taken back. */
  wasIn: boolean;
  /** Whether their seat can be given back to them. */
  canRestore: boolean;
};

/** What an admin can do about one person. Taking a seat back and giving it back ask first. */
export function PersonMenu({ seatId, slug, name, email, stage, ...person }: PersonMenuProps) {
  const { whose, wasIn, canRestore } = person;
  const [asking, setAsking] = useState(false);
  const toast = useToast();
  const [isActive, isReleased] = [stage === "active", stage === "released"];
  const canResend = stage === "imported" || stage === "invited" || stage === "verified";
  const resend = async () => {
    const answer = await renewInvitationAction(slug, seatId).catch(explainSilence);
    toast({ title: answer.message, tone: answer.ok ? "positive" : "danger" });
  };
  const confirm = (action: (slug: string, seatId: string) => Promise<Answer>) => async () => {
    const answer = await action(slug, seatId).catch(explainSilence);
    if (answer.ok) toast({ title: answer.message, tone: "positive" });
    return answer;
  };
  const dialog = { email, name, onOpenChange: setAsking, open: asking };
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
        {canRestore ? <MenuButton onSelect={() => setAsking(true)}>Restore</MenuButton> : null}
        {isReleased ? null : (
          <MenuButton onSelect={() => setAsking(true)} tone="danger">
            {isActive ? "Remove" : "Revoke invitation"}
          </MenuButton>
        )}
      </DropdownMenu>
      {isReleased ? (
        <RestoreDialog {...dialog} action={confirm(restoreAction)} wasIn={wasIn} />
      ) : (
        <ReleaseDialog {...dialog} action={confirm(releaseSeatAction)} isActive={isActive} whose={whose} />
      )}
    </>
  );
}
