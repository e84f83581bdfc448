import { eq } from "drizzle-orm";
import type { TenantTx } from "./in-tenant";
import { tenants } from "./schema/tenants";

/** What a tenant's admins decide about its invitations. */
export type TenantSettings = { invitationDays: number; reminders: boolean };

/** Writes the settings of the scope's tenant, whose row is locked. */
export async function writeSettings(tx: TenantTx, settings: TenantSettings): Promise<void> {
  await tx.sql.update(tenants).set(settings).where(eq(tenants.id, tx.scope.tenantId));
}
