import { enterTenantAsOperator } from "@/lib/access/enter-as-operator";
import type { TenantCaller } from "@/lib/access/enter-tenant";

/** How the audit log names the seeding. */
export const COMMAND = "seed-demo";

/** The operator in the place of a tenant's first admin. */
export async function callerOf(slug: string): Promise<TenantCaller> {
  const caller = await enterTenantAsOperator(COMMAND, slug);
  if (caller === null) throw new Error(`${slug} has no admin`);
  return caller;
}
