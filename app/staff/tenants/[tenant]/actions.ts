"use server";

import { revalidatePath } from "next/cache";
import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { changeSeats } from "@/lib/tenants/change-seats";
import { suspendTenant } from "@/lib/tenants/suspend-tenant";

export type Answer = { ok: boolean; message: string };

const REFUSED: Answer = {
  ok: false,
  message: "You can't do that (any more). Reload the page and sign in again if asked.",
};

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
    message: `${changed.after.toLocaleString("en-US")} seats purchased, ${changed.before.toLocaleString("en-US")} before`,
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
