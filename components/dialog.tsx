"use client";

import { X } from "lucide-react";
import { AlertDialog, Dialog as RadixDialog } from "radix-ui";
import { type ReactNode, useRef, useState } from "react";
import type { Answer } from "@/lib/base/answer";
import { Button, type ButtonLook } from "./button";
import { cn } from "./class-names";
import { FormError } from "./form-error";
import { SubmitButton } from "./submit-button";

const scrimLook = "fixed inset-0 z-40 bg-scrim";
const panelLook =
  "fixed inset-x-4 top-1/2 z-50 mx-auto grid grid-cols-[minmax(0,1fr)] max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 gap-4 overflow-y-auto " +
  "rounded-xl border border-border bg-raised p-5 shadow-raised wrap-anywhere sm:p-6";

/** What opens a dialog: a button of its own, or whoever holds `open`. */
export type Opening = {
  /** What the button that opens it shows. Leave out to open it by `open` alone. */
  trigger?: ReactNode;
  triggerVariant?: ButtonLook["variant"];
  triggerSize?: ButtonLook["size"];
  /** Accessible name of the opening button, should `trigger` be an icon or repeat in a list. */
  triggerLabel?: string | undefined;
  open?: boolean | undefined;
  onOpenChange?: ((open: boolean) => void) | undefined;
};

function useOpening({ open, onOpenChange }: Opening): [boolean, (open: boolean) => void] {
  const [own, setOwn] = useState(false);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return [open ?? own, change];
}

/** Without a button of its own a dialog gives the focus back to whatever had it before. */
function useFocusReturn({ trigger }: Opening) {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      if (trigger || !(before.current instanceof HTMLElement)) return;
      event.preventDefault();
      before.current.focus();
    },
  };
}

/** An element and not a component: Radix hands its own props to what it gets. */
function openingButton({ trigger, triggerVariant, triggerSize, triggerLabel }: Opening) {
  return (
    <Button aria-label={triggerLabel} size={triggerSize} variant={triggerVariant}>
      {trigger}
    </Button>
  );
}

export type DialogProps = Opening & {
  title: ReactNode;
  description?: ReactNode;
  className?: string | undefined;
  children?: ReactNode;
};

/** A window over the page that keeps the focus until it is closed by its cross, Escape or a click outside. */
export function Dialog({ title, description, className, children, ...opening }: DialogProps) {
  const [open, setOpen] = useOpening(opening);
  const focusReturn = useFocusReturn(opening);
  return (
    <RadixDialog.Root onOpenChange={setOpen} open={open}>
      {opening.trigger ? <RadixDialog.Trigger asChild>{openingButton(opening)}</RadixDialog.Trigger> : null}
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={scrimLook} />
        <RadixDialog.Content
          {...focusReturn}
          className={cn(panelLook, className)}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="grid gap-1 pr-8">
            <RadixDialog.Title className="font-semibold text-lg">{title}</RadixDialog.Title>
            {description ? (
              <RadixDialog.Description className="text-muted">{description}</RadixDialog.Description>
            ) : null}
          </div>
          {children}
          <RadixDialog.Close asChild>
            <Button aria-label="Close" className="absolute top-4 right-4 px-1.5" size="sm" variant="ghost">
              <X aria-hidden />
            </Button>
          </RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

export type ConfirmAnswer = { ok: true } | Answer;

export type ConfirmAction =
  | ((form: FormData) => Promise<ConfirmAnswer>)
  | ((form: FormData) => Promise<void>);

export type ConfirmDialogProps = Opening & {
  title: ReactNode;
  /** What will happen and whether it can be undone. */
  body: ReactNode;
  confirmLabel: string;
  cancelLabel?: string | undefined;
  tone?: "primary" | "danger" | undefined;
  /** Runs on confirmation. An answer that is not `ok` is shown and the dialog stays. */
  action: ConfirmAction;
  /** Sent along with the form, by name. */
  fields?: Readonly<Record<string, string>> | undefined;
};

/** Asks before something with consequences. Only its two buttons and Escape close it. */
export function ConfirmDialog({
  title,
  body,
  confirmLabel,
  cancelLabel = "Cancel",
  tone = "primary",
  action,
  fields = {},
  ...opening
}: ConfirmDialogProps) {
  const [open, setOpen] = useOpening(opening);
  const focusReturn = useFocusReturn(opening);
  const [problem, setProblem] = useState<string>();
  const change = (next: boolean) => {
    setProblem(undefined);
    setOpen(next);
  };
  const confirm = async (form: FormData) => {
    const answer = await action(form);
    if (answer && !answer.ok) setProblem(answer.message);
    else change(false);
  };
  return (
    <AlertDialog.Root onOpenChange={change} open={open}>
      {opening.trigger ? <AlertDialog.Trigger asChild>{openingButton(opening)}</AlertDialog.Trigger> : null}
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={scrimLook} />
        <AlertDialog.Content {...focusReturn} className={panelLook}>
          <div className="grid gap-2">
            <AlertDialog.Title className="font-semibold text-lg">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="text-muted wrap-anywhere [&_strong]:text-text">{body}</div>
            </AlertDialog.Description>
          </div>
          <FormError message={problem} />
          <form action={confirm} className="flex flex-wrap justify-end gap-2">
            {Object.entries(fields).map(([name, value]) => (
              <input key={name} name={name} type="hidden" value={value} />
            ))}
            <AlertDialog.Cancel asChild>
              <Button>{cancelLabel}</Button>
            </AlertDialog.Cancel>
            <SubmitButton variant={tone}>{confirmLabel}</SubmitButton>
          </form>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
