"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { changeSettings } from "@/lib/tenants/change-settings";

export async function changeSettingsAction(slug: string, input: unknown): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const changed = await changeSettings(entry.caller, input);
  if (!changed.ok)
    return changed.reason === "bad-days"
      ? { ok: false, message: "Give a whole number of days from 1 to 30." }
      : REFUSED;
  revalidatePath(`/t/${entry.caller.slug}/settings`);
  return { ok: true, message: changed.changed ? "Settings saved" : "Nothing was changed" };
}
