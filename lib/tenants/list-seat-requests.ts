import { inPlatform } from "@/db/in-platform";
import { countOpenRequests, listOpenRequests } from "@/db/seat-requests";
import { type SeatCounts, seatCounts } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";

const SHOWN = 50;

/** A request for seats that waits for the staff's answer. */
export type OpenSeatRequest = {
  id: string;
  tenantName: string;
  slug: string;
  counts: SeatCounts;
  seats: number;
  reason: string;
  askedBy: string;
  createdAt: Date;
};

/** Requests that wait for an answer, the oldest fifty, and how many there are. */
export async function listSeatRequests(
  caller: StaffCaller,
): Promise<{ requests: readonly OpenSeatRequest[]; count: number }> {
  return inPlatform(caller.scope, async (tx) => ({
    requests: (await listOpenRequests(tx, SHOWN)).map(
      ({ id, tenant, seats, reason, askedBy, createdAt }) => ({
        id,
        tenantName: tenant.name,
        slug: tenant.slug,
        counts: seatCounts(tenant),
        seats,
        reason,
        askedBy,
        createdAt,
      }),
    ),
    count: await countOpenRequests(tx),
  }));
}
