import { inPlatform } from "@/db/in-platform";
import { listTenants as listTenantRows, sumTenants, type TenantTotals } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import type { Page, PageRequest } from "@/lib/base/page";
import { summariseTenant, type TenantSummary } from "./summarise-tenant";

/** One page of all tenants by name, and the totals over all of them. */
export async function listTenants(
  caller: StaffCaller,
  page: PageRequest,
): Promise<{ tenants: Page<TenantSummary>; totals: TenantTotals }> {
  return inPlatform(caller.scope, async (tx) => {
    const listed = await listTenantRows(tx, page);
    return {
      tenants: { ...listed, rows: listed.rows.map(summariseTenant) },
      totals: await sumTenants(tx),
    };
  });
}
