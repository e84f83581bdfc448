import { inPlatform } from "@/db/in-platform";
import { mintTenantScope } from "@/db/mint-scope";
import { readSeatOfTenant } from "@/db/seats";
import { readTenantById } from "@/db/tenants";
import { isId } from "@/lib/base/ids";
import type { StaffCaller } from "./enter-staff";
import type { TenantCaller } from "./enter-tenant";

/**
 * Lets a member of staff act for a tenant on one of its admins, by the same verbs as the tenant's own. The audit log
 * names the member of staff. Null for anything but an admin of that tenant: its other people are the tenant's affair.
 */
export async function enterForStaff(
  caller: StaffCaller,
  tenantId: string,
  seatId: string,
): Promise<TenantCaller | null> {
  if (!isId(tenantId) || !isId(seatId)) return null;
  const found = await inPlatform(caller.scope, async (tx) => {
    const tenant = await readTenantById(tx, tenantId);
    const seat = await readSeatOfTenant(tx, tenantId, seatId);
    return tenant !== null && seat?.role === "admin" ? tenant : null;
  });
  if (found === null) return null;
  const { userId, mailbox } = caller;
  return {
    scope: mintTenantScope(found.id, { kind: "staff", userId, name: mailbox }),
    seatId: "",
    userId,
    // A letter that staff send for a tenant comes from Analystick, not from a person of the tenant.
    name: "Analystick",
    mailbox,
    role: "admin",
    slug: found.slug,
    tenantName: found.name,
  };
}
