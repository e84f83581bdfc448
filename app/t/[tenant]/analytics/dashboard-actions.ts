"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { changeDashboard } from "@/lib/analytics/change-dashboard";
import { createDashboard } from "@/lib/analytics/create-dashboard";
import { deleteDashboard } from "@/lib/analytics/delete-dashboard";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { changedMeanwhile, keptWords } from "./kept-words";

/** Makes an empty dashboard; `id` makes a second press harmless. */
export async function createDashboardAction(slug: string, id: string, title: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const created = await createDashboard(entry.caller, id, title);
  if (!created.ok) return { ok: false, message: keptWords[created.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`);
  return { ok: true, message: "Dashboard created" };
}

/** Changes a dashboard as a whole, unless somebody else changed it since the page was opened. */
export async function changeDashboardAction(slug: string, input: unknown): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const changed = await changeDashboard(entry.caller, input);
  if (!changed.ok)
    return {
      ok: false,
      message: changed.reason === "changed-meanwhile" ? changedMeanwhile(changed) : keptWords[changed.reason],
    };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "Dashboard saved" };
}

export async function deleteDashboardAction(slug: string, id: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const deleted = await deleteDashboard(entry.caller, id);
  if (!deleted.ok) return { ok: false, message: keptWords[deleted.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`);
  return { ok: true, message: "Dashboard deleted" };
}
