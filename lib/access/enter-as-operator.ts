import { inPlatform } from "@/db/in-platform";
import { mintPlatformScope, mintTenantScope } from "@/db/mint-scope";
import { findFirstAdmin } from "@/db/seats";
import { findTenantBySlug } from "@/db/tenants";
import type { StaffCaller } from "./enter-staff";
import type { TenantCaller } from "./enter-tenant";

/** The operator at the console as a caller of the staff's verbs. For commands only; no page leads here. */
export function enterStaffAsOperator(command: string): StaffCaller {
  return { scope: mintPlatformScope({ kind: "operator", command }), userId: "", mailbox: "" };
}

/** The operator at the console acting for a tenant's first admin. For commands only; null for an unknown tenant. */
export async function enterTenantAsOperator(command: string, slug: string): Promise<TenantCaller | null> {
  const { scope } = enterStaffAsOperator(command);
  const found = await inPlatform(scope, async (tx) => {
    const tenant = await findTenantBySlug(tx, slug);
    const admin = tenant === null ? null : await findFirstAdmin(tx, tenant.id);
    return tenant === null || admin === null ? null : { tenant, admin };
  });
  if (found === null) return null;
  const { tenant, admin } = found;
  return {
    scope: mintTenantScope(tenant.id, { kind: "operator", command }),
    seatId: admin.id,
    userId: admin.userId ?? "",
    name: admin.name,
    mailbox: admin.emailKey,
    role: "admin",
    slug,
    tenantName: tenant.name,
  };
}
