"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { isId } from "@/lib/base/ids";
import { admitRows } from "@/lib/onboarding/admit-rows";
import { describeProblem } from "@/lib/onboarding/describe-problem";
import { settleRow } from "@/lib/onboarding/read-roster/settle-row";

export type InviteAnswer = Answer & { field?: "name" | "email" };

/** Invites one person: a roster of one row. The import's id comes with the form, so sending it twice invites once. */
export async function inviteAction(slug: string, form: FormData): Promise<InviteAnswer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const text = (name: string) => String(form.get(name) ?? "");
  const importId = text("importId");
  if (!isId(importId)) return REFUSED;
  const row = settleRow({ line: 1, typed: text("email"), name: text("name"), role: text("role") });
  if (row.problem !== null)
    return {
      ok: false,
      field: row.problem === "name-too-long" ? "name" : "email",
      message: row.problem === "missing-address" ? "Type their email address." : describeProblem(row),
    };
  const admitted = await admitRows(entry.caller, {
    importId,
    sourceName: "One person",
    rows: [row],
    leftOut: [],
    onlyForSeats: true,
  });
  revalidatePath(`/t/${entry.caller.slug}/people`);
  if (admitted.ok) return { ok: true, message: `${row.typed} has a seat, and a letter is on its way` };
  switch (admitted.reason) {
    case "nobody-to-seat":
      return { ok: false, field: "email", message: `${row.typed} holds a seat already.` };
    case "not-enough-seats":
      return {
        ok: false,
        message: "No seat is free. Take one back, or ask Analystick for more; nothing was written.",
      };
    case "suspended":
      return { ok: false, message: "This organisation is suspended. Contact Analystick." };
    default:
      return REFUSED;
  }
}
