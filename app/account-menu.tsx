"use client";

import { ChevronsUpDown } from "lucide-react";
import { Avatar } from "@/components/avatar";
import { DropdownMenu, MenuLabel, MenuLink } from "@/components/dropdown-menu";

/** Who is signed in, and the way out. */
export function AccountMenu({ name, detail }: { name: string; detail: string }) {
  return (
    <DropdownMenu
      align="end"
      className="w-full justify-start px-2"
      label={`Account of ${name}`}
      trigger={
        <>
          <Avatar name={name} />
          <span className="hidden min-w-0 grow truncate text-left md:block">{name}</span>
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
    </DropdownMenu>
  );
}
