import { inTenant } from "@/db/in-tenant";
import type { TenantSettings } from "@/db/settings";
import { readOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";

/** The settings of the caller's tenant. */
export async function readSettings(caller: TenantCaller): Promise<TenantSettings> {
  const { invitationDays, reminders } = await inTenant(caller.scope, readOwnTenant);
  return { invitationDays, reminders };
}
