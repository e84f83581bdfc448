import { type SeatCounts, seatCounts, type Tenant } from "@/db/tenants";

/** What the staff see of a tenant. */
export type TenantSummary = {
  id: string;
  slug: string;
  name: string;
  suspendedAt: Date | null;
  createdAt: Date;
  counts: SeatCounts;
};

/** A tenant's row as the staff see it. */
export function summariseTenant(tenant: Tenant): TenantSummary {
  const { id, slug, name, suspendedAt, createdAt } = tenant;
  return { id, slug, name, suspendedAt, createdAt, counts: seatCounts(tenant) };
}
