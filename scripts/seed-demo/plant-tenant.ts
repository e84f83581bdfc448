import { enterStaffAsOperator } from "@/lib/access/enter-as-operator";
import { createTenant } from "@/lib/tenants/create-tenant";
import { COMMAND } from "./caller-of";
import type { DemoTenant } from "./demo";

/** Sells the seats and invites the first admin, through the staff's verb. */
export async function plantTenant({ name, slug, seats, admin }: DemoTenant): Promise<void> {
  const input = { name, slug, seats, adminName: admin.name, adminEmail: admin.email };
  const created = await createTenant(enterStaffAsOperator(COMMAND), input);
  if (!created.ok && created.reason !== "slug-taken")
    throw new Error(`${name} was not created: ${created.reason}`);
}
