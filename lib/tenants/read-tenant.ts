import { inPlatform } from "@/db/in-platform";
import { findTenantBySlug } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { summariseTenant, type TenantSummary } from "./summarise-tenant";

/** One tenant by the word in its address, or null. */
export async function readTenant(caller: StaffCaller, slug: string): Promise<TenantSummary | null> {
  const tenant = await inPlatform(caller.scope, (tx) => findTenantBySlug(tx, slug));
  return tenant === null ? null : summariseTenant(tenant);
}
