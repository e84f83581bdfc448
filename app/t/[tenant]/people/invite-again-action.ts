"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { inviteAgain } from "@/lib/onboarding/invite-again";

/** Sends a new letter to somebody whose invitation ran out. */
export async function inviteAgainAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const invited = await inviteAgain(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}`, "layout");
  if (invited.ok) return { ok: true, message: `A new letter is on its way to ${invited.email}` };
  switch (invited.reason) {
    case "no-seat-free":
      return { ok: false, message: "No seat is free. Take one back, or request more seats." };
    case "holds-seat":
    case "not-expired":
      return { ok: true, message: "This person has a seat again already" };
    default:
      return REFUSED;
  }
}
