"use server";

import { revalidatePath } from "next/cache";
import { describeRelease, describeRenewal } from "@/app/describe-seat-answer";
import { enterForStaff } from "@/lib/access/enter-for-staff";
import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { countOf } from "@/lib/base/count-of";
import { renewInvitation } from "@/lib/onboarding/renew-invitation";
import { releaseSeat } from "@/lib/seats/release-seat";
import { changeSeats } from "@/lib/tenants/change-seats";
import { inviteAdmin } from "@/lib/tenants/invite-admin";
import { suspendTenant } from "@/lib/tenants/suspend-tenant";

export async function changeSeatsAction(tenantId: string, seats: number): Promise<Answer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const changed = await changeSeats(entry.caller, tenantId, seats);
  if (!changed.ok)
    return changed.reason === "invalid"
      ? { ok: false, message: "Give a whole number from 0 to 1,000,000." }
      : REFUSED;
  revalidatePath("/staff", "layout");
  return {
    ok: true,
    message: `${countOf(changed.after, "seat")} purchased, ${changed.before.toLocaleString("en-US")} before`,
  };
}

export async function suspendTenantAction(tenantId: string, suspended: boolean): Promise<Answer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const done = await suspendTenant(entry.caller, tenantId, suspended === true);
  if (!done.ok) return REFUSED;
  revalidatePath("/staff", "layout");
  return {
    ok: true,
    message: suspended ? "Suspended: nobody of this tenant gets in" : "Resumed: everybody gets in again",
  };
}

/** An answer that may say what is wrong with a field. */
export type AdminAnswer = Answer & { fields?: Partial<Record<"adminName" | "adminEmail", string>> };

export async function inviteAdminAction(tenantId: string, input: unknown): Promise<AdminAnswer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const invited = await inviteAdmin(entry.caller, tenantId, input);
  if (invited.ok) {
    revalidatePath("/staff", "layout");
    return { ok: true, message: `A letter is on its way to ${invited.email}` };
  }
  switch (invited.reason) {
    case "invalid":
      return refuseFields(invited.problems);
    case "holds-seat":
      return refuseFields([{ field: "adminEmail", message: "This address holds a seat here already." }]);
    case "no-seat-free":
      return { ok: false, message: "No seat is free. Sell one more seat above first." };
    default:
      return REFUSED;
  }
}

/** The first thing that is wrong with a field is the one to mend. */
function refuseFields(problems: { field: "adminName" | "adminEmail"; message: string }[]): AdminAnswer {
  const fields: AdminAnswer["fields"] = {};
  for (const { field, message } of problems) fields[field] ??= message;
  return { ok: false, message: "", fields };
}

export async function renewAdminAction(tenantId: string, seatId: string): Promise<Answer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const caller = await enterForStaff(entry.caller, tenantId, seatId);
  if (caller === null) return REFUSED;
  const renewed = await renewInvitation(caller, seatId);
  revalidatePath("/staff", "layout");
  return describeRenewal(renewed);
}

export async function releaseAdminAction(tenantId: string, seatId: string): Promise<Answer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const caller = await enterForStaff(entry.caller, tenantId, seatId);
  if (caller === null) return REFUSED;
  const released = await releaseSeat(caller, seatId);
  revalidatePath("/staff", "layout");
  return describeRelease(released);
}
