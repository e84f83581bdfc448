"use client";

import { ChevronsUpDown } from "lucide-react";
import { DropdownMenu, MenuLink } from "@/components/dropdown-menu";
import type { Place } from "./find-way";

/** Which organisation is on view, and the way to another for people who have more than one. */
export function PlaceMenu({ current, places }: { current: string; places: readonly Place[] }) {
  if (places.length < 2)
    return (
      <p className="truncate px-2 font-semibold" dir="auto">
        {current}
      </p>
    );
  return (
    <DropdownMenu
      className="w-full justify-between px-2"
      label={`${current}: choose another place`}
      trigger={
        <>
          <span className="truncate font-semibold" dir="auto">
            {current}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted" />
        </>
      }
      variant="ghost"
    >
      {places.map((place) => (
        <MenuLink current={place.name === current} href={place.href} key={place.href}>
          <bdi>{place.name}</bdi>
        </MenuLink>
      ))}
    </DropdownMenu>
  );
}
