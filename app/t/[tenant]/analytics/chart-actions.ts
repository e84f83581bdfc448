"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { changeChart } from "@/lib/analytics/change-chart";
import { deleteChart } from "@/lib/analytics/delete-chart";
import { keepChart } from "@/lib/analytics/keep-chart";
import { putOnDashboard } from "@/lib/analytics/put-on-dashboard";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { changedMeanwhile, keptWords } from "./kept-words";

/** Keeps the question of the page as a new chart; `id` makes a second press harmless. */
export async function keepChartAction(slug: string, input: unknown): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const kept = await keepChart(entry.caller, input);
  if (!kept.ok) return { ok: false, message: keptWords[kept.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`);
  return { ok: true, message: "Chart kept" };
}

/** Changes a chart's title or question, unless somebody else changed it since the page was opened. */
export async function changeChartAction(slug: string, input: unknown): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const changed = await changeChart(entry.caller, input);
  if (!changed.ok)
    return {
      ok: false,
      message: changed.reason === "changed-meanwhile" ? changedMeanwhile(changed) : keptWords[changed.reason],
    };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "Chart saved" };
}

export async function deleteChartAction(slug: string, chartId: string): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const deleted = await deleteChart(entry.caller, chartId);
  if (!deleted.ok) return { ok: false, message: keptWords[deleted.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics`, "layout");
  return { ok: true, message: "Chart deleted" };
}

export async function putOnDashboardAction(
  slug: string,
  chartId: string,
  dashboardId: string,
): Promise<Answer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const put = await putOnDashboard(entry.caller, chartId, dashboardId);
  if (!put.ok) return { ok: false, message: keptWords[put.reason] };
  revalidatePath(`/t/${entry.caller.slug}/analytics/dashboards/${dashboardId}`);
  return { ok: true, message: `The chart is on ${put.title}` };
}
