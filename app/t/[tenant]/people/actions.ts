"use server";

import { revalidatePath } from "next/cache";
import { describeRelease, describeRenewal } from "@/app/describe-seat-answer";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { releaseSeat } from "@/lib/seats/release-seat";

export async function releaseSeatAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const released = await releaseSeat(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}/people`);
  return describeRelease(released);
}

export async function renewInvitationAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const renewed = await renewInvitation(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}/people`);
  return describeRenewal(renewed);
}
