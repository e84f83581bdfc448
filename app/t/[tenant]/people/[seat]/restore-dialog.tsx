"use client";

import { ConfirmDialog, type Opening } from "@/components/dialog";
import type { Answer } from "@/lib/base/answer";

type RestoreDialogProps = Opening & {
  action: () => Promise<Answer>;
  name: string;
  email: string;
  /** Whether they had got in before their seat was taken back. */
  wasIn: boolean;
};

/** Asks before somebody gets their seat again. */
export function RestoreDialog({ action, name, email, wasIn, ...opening }: RestoreDialogProps) {
  return (
    <ConfirmDialog
      {...opening}
      action={action}
      body={
        wasIn
          ? `${email} gets the same seat again and is back in with their password as soon as Auth0 has opened their sign-in. That takes one free seat.`
          : `${email} gets the same seat again and a new letter. That takes one free seat.`
      }
      confirmLabel="Restore"
      title={
        <>
          Restore <bdi>{name}</bdi>?
        </>
      }
    />
  );
}
