"use client";

import { ChevronsUpDown } from "lucide-react";
import { useState } from "react";
import { Avatar } from "@/components/avatar";
import { ConfirmDialog } from "@/components/dialog";
import { DropdownMenu, MenuButton, MenuLabel, MenuLink, MenuSeparator } from "@/components/dropdown-menu";
import { type Answer, explainSilence, UNREACHABLE } from "@/lib/base/answer";

type AccountMenuProps = {
  name: string;
  detail: string;
  /** The organisation that is on view, and how its seat is given back. */
  leave?: { tenantName: string; action: () => Promise<Answer> };
};

/** Who is signed in, and the ways out. */
export function AccountMenu({ name, detail, leave }: AccountMenuProps) {
  const [leaving, setLeaving] = useState(false);
  const goAway = async () => {
    const answer = (await leave?.action().catch(explainSilence)) ?? UNREACHABLE;
    // Nothing of what is on view is theirs any more.
    if (answer.ok) window.location.assign("/");
    return answer;
  };
  return (
    <>
      <DropdownMenu
        className="w-full justify-start px-2"
        label={`Account of ${name}`}
        trigger={
          <>
            <Avatar name={name} />
            <span className="hidden min-w-0 grow truncate text-left md:block" dir="auto">
              {name}
            </span>
            <ChevronsUpDown aria-hidden className="hidden size-4 text-muted md:block" />
          </>
        }
        variant="ghost"
      >
        <MenuLabel>{detail}</MenuLabel>
        <MenuLink href="/sessions">Where you are signed in</MenuLink>
        <MenuLink href="/auth/logout" plain>
          Sign out
        </MenuLink>
        {leave ? (
          <>
            <MenuSeparator />
            <MenuButton onSelect={() => setLeaving(true)} tone="danger">
              <span>
                Leave <bdi>{leave.tenantName}</bdi>
              </span>
            </MenuButton>
          </>
        ) : null}
      </DropdownMenu>
      {leave ? (
        <ConfirmDialog
          action={goAway}
          body={
            <>
              You give your seat back and can no longer open the analytics of <bdi>{leave.tenantName}</bdi>.
              Only an admin can give you a seat again.
            </>
          }
          confirmLabel="Leave"
          onOpenChange={setLeaving}
          open={leaving}
          title={
            <>
              Leave <bdi>{leave.tenantName}</bdi>?
            </>
          }
          tone="danger"
        />
      ) : null}
    </>
  );
}
