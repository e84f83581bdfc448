import { inTenant } from "@/db/in-tenant";
import { listOwnRequests, type NamedRequest } from "@/db/seat-requests";
import { readOwnTenant, type SeatCounts, seatCounts } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

export type { NamedRequest, SeatCounts };

const SHOWN = 20;

export type SeatsPage =
  | { ok: true; counts: SeatCounts; open: NamedRequest | null; answered: readonly NamedRequest[] }
  | { ok: false; reason: "not-allowed" };

/** A tenant's seats, the request that is open if any, and the latest that were answered. */
export async function readSeats(caller: TenantCaller): Promise<SeatsPage> {
  if (!may(caller.role, "request-seats")) return { ok: false, reason: "not-allowed" };
  return inTenant(caller.scope, async (tx) => {
    const requests = await listOwnRequests(tx, SHOWN);
    return {
      ok: true,
      counts: seatCounts(await readOwnTenant(tx)),
      open: requests.find(({ state }) => state === "open") ?? null,
      answered: requests.filter(({ state }) => state !== "open"),
    };
  });
}
