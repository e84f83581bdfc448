import { inPlatform } from "@/db/in-platform";
import { mintTenantScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { findActiveSeat } from "@/db/viewers";
import type { TenantCaller } from "./enter-tenant";

/**
 * Opens a tenant for a job that does by itself, unasked, what the person of a seat may do: with their right, but not in
 * their name. Reads the seat anew: for who is no longer in, or whose tenant is suspended, nothing is done.
 */
export async function enterByItself(
  scope: PlatformScope,
  seat: { tenantId: string; seatId: string },
): Promise<TenantCaller | null> {
  const found = await inPlatform(scope, (tx) => findActiveSeat(tx, seat));
  if (found === null) return null;
  const own = mintTenantScope(seat.tenantId, scope.actor);
  return { ...found, scope: own, seatId: seat.seatId, name: found.name || found.mailbox };
}
