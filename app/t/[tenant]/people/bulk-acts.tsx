"use client";

import { ChevronDown } from "lucide-react";
import { Button } from "@/components/button";
import { DropdownMenu, MenuButton, MenuLabel, MenuSeparator } from "@/components/dropdown-menu";
import type { SelectOption } from "@/components/field";
import { type BulkKind, countConcerned } from "./bulk-words";
import type { PickTally } from "./selection";

type BulkActsProps = {
  tally: PickTally;
  roles: readonly SelectOption[];
  onAsk: (kind: BulkKind, role?: SelectOption) => void;
};

/** What can be done for all who are picked: a row of buttons, or one menu where there is no room for it. */
export function BulkActs({ tally, roles, onAsk }: BulkActsProps) {
  const isFor = (kind: BulkKind) => countConcerned(tally, kind, "").concerned > 0;
  const makes = roles.map((role) => (
    <MenuButton key={role.value} onSelect={() => onAsk("change-role", role)}>
      Make {role.label.toLowerCase()}
    </MenuButton>
  ));
  return (
    <>
      <div className="flex gap-2 max-xl:hidden">
        <Button disabled={!isFor("resend")} onClick={() => onAsk("resend")} size="sm">
          Send new letters
        </Button>
        <DropdownMenu size="sm" trigger={<Opener>Change role</Opener>}>
          {makes}
        </DropdownMenu>
        <Button disabled={!isFor("revoke")} onClick={() => onAsk("revoke")} size="sm">
          Revoke
        </Button>
        <Button disabled={!isFor("remove")} onClick={() => onAsk("remove")} size="sm">
          Remove
        </Button>
      </div>
      <div className="max-sm:grow xl:hidden">
        <DropdownMenu
          className="max-sm:w-full max-sm:justify-between"
          size="sm"
          trigger={<Opener>For all of them</Opener>}
        >
          {isFor("resend") ? (
            <MenuButton onSelect={() => onAsk("resend")}>Send new letters</MenuButton>
          ) : null}
          <MenuLabel>Change role</MenuLabel>
          {makes}
          {isFor("revoke") || isFor("remove") ? <MenuSeparator /> : null}
          {isFor("revoke") ? (
            <MenuButton onSelect={() => onAsk("revoke")} tone="danger">
              Revoke
            </MenuButton>
          ) : null}
          {isFor("remove") ? (
            <MenuButton onSelect={() => onAsk("remove")} tone="danger">
              Remove
            </MenuButton>
          ) : null}
        </DropdownMenu>
      </div>
    </>
  );
}

function Opener({ children }: { children: string }) {
  return (
    <>
      {children}
      <ChevronDown aria-hidden />
    </>
  );
}
