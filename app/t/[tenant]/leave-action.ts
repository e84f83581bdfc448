"use server";

import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { leaveTenant } from "@/lib/seats/leave-tenant";

/** Gives the caller's own seat back. */
export async function leaveAction(slug: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const left = await leaveTenant(entry.caller);
  if (left.ok) return { ok: true, message: `You have left ${entry.caller.tenantName}` };
  return left.reason === "last-admin"
    ? {
        ok: false,
        message:
          "You are the only active admin. Make somebody else admin first, so that somebody can manage the seats.",
      }
    : REFUSED;
}
