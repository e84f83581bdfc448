"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { releaseSeat } from "@/lib/seats/release-seat";

export async function releaseSeatAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const released = await releaseSeat(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}/people`);
  if (released.ok)
    return {
      ok: true,
      message:
        released.reason === "removed"
          ? `${released.email} was removed`
          : `The invitation of ${released.email} was revoked`,
    };
  switch (released.reason) {
    case "already-released":
      return { ok: true, message: "This seat was free already" };
    case "last-admin":
      return {
        ok: false,
        message:
          "This is the only active admin. Bring in another admin first, so that somebody can manage the seats.",
      };
    default:
      return REFUSED;
  }
}

export async function renewInvitationAction(slug: string, seatId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const renewed = await renewInvitation(entry.caller, seatId);
  revalidatePath(`/t/${entry.caller.slug}/people`);
  if (renewed.ok) return { ok: true, message: `A new letter is on its way to ${renewed.email}` };
  if (renewed.reason === "on-its-way") return { ok: true, message: "A letter is on its way already" };
  return renewed.reason === "not-waiting"
    ? {
        ok: false,
        message: "There is no letter to send: this person is in already, or their seat was taken back.",
      }
    : REFUSED;
}
