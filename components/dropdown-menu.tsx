"use client";

import Link from "next/link";
import { type KeyboardEvent, type MouseEvent, type ReactNode, type ToggleEvent, useId } from "react";
import { Button, type ButtonLook } from "./button";
import { cn } from "./class-names";

export type DropdownMenuProps = {
  /** What the opening button shows. */
  trigger: ReactNode;
  /** Accessible name of the opening button; needed when `trigger` is an icon. */
  label?: string | undefined;
  variant?: ButtonLook["variant"];
  size?: ButtonLook["size"];
  /** Classes for the opening button. */
  className?: string | undefined;
  children: ReactNode;
};

/**
 * A button that opens a list of things to do. The browser opens and closes it, without JavaScript too, gives the focus
 * back and keeps it beside its button (in the middle of the page where it can't); arrow keys and first letters are ours.
 */
export function DropdownMenu({ trigger, label, variant, size, className, children }: DropdownMenuProps) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears keys of the button and of the menu, which has none yet while it opens.
    <div className="contents" onKeyDown={hearKey}>
      <Button
        aria-haspopup="menu"
        id={`${id}-button`}
        aria-label={label}
        className={className}
        popoverTarget={id}
        size={size}
        variant={variant}
      >
        {trigger}
      </Button>
      <div
        aria-labelledby={`${id}-button`}
        className="beside-its-button max-h-[80dvh] min-w-48 max-w-80 overflow-y-auto rounded-lg border border-border bg-raised p-1 text-base text-text shadow-raised open:animate-appear"
        id={id}
        onToggle={focusFirst}
        popover="auto"
        role="menu"
        tabIndex={-1}
      >
        {children}
      </div>
    </div>
  );
}

function entriesOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')];
}

function focusFirst({ currentTarget, newState }: ToggleEvent): void {
  // A quick key may have moved on already: the event comes a moment after the menu does.
  if (newState === "open" && !currentTarget.contains(document.activeElement))
    entriesOf(currentTarget)[0]?.focus();
}

/** The keys of a menu: https://www.w3.org/WAI/ARIA/apg/patterns/menubar/ */
function hearKey(event: KeyboardEvent): void {
  const menu = event.currentTarget.querySelector<HTMLElement>(":popover-open");
  if (!menu || event.ctrlKey || event.metaKey || event.altKey) return;
  // The focus is at the button again, and goes on from there.
  if (event.key === "Tab") menu.hidePopover();
  else moveByKey(event, entriesOf(menu));
}

function moveByKey(event: KeyboardEvent, entries: readonly HTMLElement[]): void {
  const at = entries.findIndex((entry) => entry.matches(":focus"));
  const next = (from: number) => entries.at(from % entries.length);
  const target = {
    ArrowDown: () => next(at + 1),
    ArrowUp: () => entries.at(Math.max(at, 0) - 1),
    Home: () => entries.at(0),
    End: () => entries.at(-1),
    " ": () => entries[at],
  }[event.key];
  const entry = target ? target() : startingWith(event.key, [...entries.slice(at + 1), ...entries]);
  if (!entry) return;
  event.preventDefault();
  // A button would be pressed by it, a link would not.
  if (event.key === " ") entry.click();
  else entry.focus();
}

function startingWith(key: string, entries: readonly HTMLElement[]): HTMLElement | undefined {
  if (key.trim().length !== 1) return undefined;
  return entries.find(({ textContent }) => textContent?.toLowerCase().startsWith(key.toLowerCase()));
}

const itemLook = (tone: MenuTone = "neutral") =>
  cn(
    "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left wrap-anywhere pointer-coarse:py-2.5",
    "-outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus [&_svg]:size-4 [&_svg]:shrink-0",
    tone === "danger"
      ? "text-danger hover:bg-danger-soft focus:bg-danger-soft"
      : "hover:bg-accent-soft focus:bg-accent-soft [&_svg]:text-muted",
  );

export type MenuTone = "neutral" | "danger";

export type MenuLinkProps = {
  href: string;
  /** Makes it a plain `<a>` for routes that need a full navigation, such as signing out. */
  plain?: boolean | undefined;
  /** Marks the entry that is on view. */
  current?: boolean | undefined;
  children: ReactNode;
};

/** An entry that leads somewhere. */
export function MenuLink({ href, plain, current, children }: MenuLinkProps) {
  const attributes = {
    href,
    role: "menuitem",
    className: itemLook(),
    "aria-current": current ? ("true" as const) : undefined,
    onClick: close,
  };
  return plain ? <a {...attributes}>{children}</a> : <Link {...attributes}>{children}</Link>;
}

export type MenuButtonProps = {
  onSelect: () => void;
  tone?: MenuTone | undefined;
  children: ReactNode;
};

/** An entry that does something in the browser, such as opening a dialog. */
export function MenuButton({ onSelect, tone, children }: MenuButtonProps) {
  const select = (event: MouseEvent<HTMLElement>) => {
    // The menu's button has the focus again before anything that opens now takes it.
    close(event);
    onSelect();
  };
  return (
    <button className={itemLook(tone)} onClick={select} role="menuitem" type="button">
      {children}
    </button>
  );
}

function close({ currentTarget }: MouseEvent<HTMLElement>): void {
  currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
}

/** A heading within the list. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <p className="px-2 pt-2 pb-1 text-muted text-xs wrap-anywhere">{children}</p>;
}

/** A line between groups of entries. */
export function MenuSeparator() {
  return <hr className="-mx-1 my-1" />;
}
