"use client";

import { ConfirmDialog, Dialog, type Opening } from "@/components/dialog";
import type { Answer } from "@/lib/base/answer";

/** Whose seat it is for the admin who looks: somebody else's, their own, or their own as the only active admin. */
export type Whose = "other" | "own" | "only-admin";

type ReleaseDialogProps = Opening & {
  action: () => Promise<Answer>;
  name: string;
  email: string;
  isActive: boolean;
  whose: Whose;
};

/** Asks before a seat is taken back. The only active admin is told what to do first, and can press nothing. */
export function ReleaseDialog({ action, name, email, isActive, whose, ...opening }: ReleaseDialogProps) {
  if (whose === "only-admin")
    return (
      <Dialog
        {...opening}
        description="You are the only active admin. Make somebody else admin first, so that somebody can manage the seats."
        title="You can't remove yourself yet"
      />
    );
  if (whose === "own")
    return (
      <ConfirmDialog
        {...opening}
        action={action}
        body="You lose access at your next click, in every open tab. Your seat is free at once."
        confirmLabel="Remove"
        title="Remove yourself?"
        tone="danger"
      />
    );
  return (
    <ConfirmDialog
      {...opening}
      action={action}
      body={
        isActive
          ? `${email} loses access at their next click, in every open tab. The seat is free at once.`
          : `The link in the letter to ${email} stops working. The seat is free at once.`
      }
      confirmLabel={isActive ? "Remove" : "Revoke"}
      title={
        <>
          {isActive ? "Remove" : "Revoke the invitation of"} <bdi>{name}</bdi>?
        </>
      }
      tone="danger"
    />
  );
}
