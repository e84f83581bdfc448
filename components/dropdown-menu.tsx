"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import { createContext, type ReactNode, use, useRef } from "react";
import { Button, type ButtonLook } from "./button";
import { cn } from "./class-names";

/** Puts off an entry's work until the menu is gone and its button has the focus again. */
const AfterCloseContext = createContext<(work: () => void) => void>((work) => work());

export type DropdownMenuProps = {
  /** What the opening button shows. */
  trigger: ReactNode;
  /** Accessible name of the opening button; needed when `trigger` is an icon. */
  label?: string | undefined;
  variant?: ButtonLook["variant"];
  size?: ButtonLook["size"];
  align?: "start" | "end" | undefined;
  /** Classes for the opening button. */
  className?: string | undefined;
  children: ReactNode;
};

/** A button that opens a list of things to do. Arrow keys, first letters and Escape work in it. */
export function DropdownMenu({
  trigger,
  label,
  variant,
  size,
  align,
  className,
  children,
}: DropdownMenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const work = useRef<() => void>(undefined);
  const finish = (event: Event) => {
    if (!work.current) return;
    event.preventDefault();
    button.current?.focus();
    work.current();
    work.current = undefined;
  };
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>
        <Button aria-label={label} className={className} ref={button} size={size} variant={variant}>
          {trigger}
        </Button>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align ?? "end"}
          className="z-30 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 max-w-80 animate-appear overflow-y-auto rounded-lg border border-border bg-raised p-1 text-base shadow-raised"
          collisionPadding={8}
          onCloseAutoFocus={finish}
          sideOffset={4}
        >
          <AfterCloseContext
            value={(next) => {
              work.current = next;
            }}
          >
            {children}
          </AfterCloseContext>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const itemLook = (tone: MenuTone = "neutral") =>
  cn(
    "flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left wrap-anywhere pointer-coarse:py-2.5",
    "data-disabled:pointer-events-none data-disabled:text-muted data-highlighted:bg-accent-soft",
    "-outline-offset-2 focus-visible:outline-2 focus-visible:outline-focus",
    "[&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted forced-colors:data-highlighted:outline-2",
    tone === "danger" && "text-danger data-highlighted:bg-danger-soft [&_svg]:text-danger",
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
  const attributes = { href, className: itemLook(), "aria-current": current ? ("true" as const) : undefined };
  return (
    <Radix.Item asChild>
      {plain ? <a {...attributes}>{children}</a> : <Link {...attributes}>{children}</Link>}
    </Radix.Item>
  );
}

export type MenuButtonProps = {
  onSelect: () => void;
  tone?: MenuTone | undefined;
  disabled?: boolean | undefined;
  children: ReactNode;
};

/** An entry that does something in the browser, such as opening a dialog. */
export function MenuButton({ onSelect, tone, disabled, children }: MenuButtonProps) {
  const afterClose = use(AfterCloseContext);
  return (
    <Radix.Item className={itemLook(tone)} disabled={disabled ?? false} onSelect={() => afterClose(onSelect)}>
      {children}
    </Radix.Item>
  );
}

/** A heading within the list. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-2 pb-1 text-muted text-xs wrap-anywhere">{children}</Radix.Label>;
}

/** A line between groups of entries. */
export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-border" />;
}
