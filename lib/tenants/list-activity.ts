import { type ActivityEntry, listActivity as listActivityRows } from "@/db/activity";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { Page, PageRequest } from "@/lib/base/page";
import { type ActivityChoice, toActivityFilter } from "./choose-activity";

export type { ActivityEntry };

export type ActivityPage = { ok: true; activity: Page<ActivityEntry> } | { ok: false; reason: "not-allowed" };

/** One page of what happened in the caller's tenant, newest first, as far as the choices mean it. */
export async function listActivity(
  caller: TenantCaller,
  choice: ActivityChoice,
  page: PageRequest,
): Promise<ActivityPage> {
  if (!may(caller.role, "see-activity")) return { ok: false, reason: "not-allowed" };
  const activity = await inTenant(caller.scope, (tx) => listActivityRows(tx, toActivityFilter(choice), page));
  return { ok: true, activity };
}
