import { inPlatform } from "@/db/in-platform";
import { mintTenantScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { findAsker } from "@/db/viewers";
import type { TenantCaller } from "./enter-tenant";

/**
 * Opens a tenant for a job that goes on with what a person asked for, in that person's name. Reads their seat anew:
 * who is no longer in, or whose tenant is suspended, asks for nothing more.
 * @param seatId the seat of the person who asked
 */
export async function enterAsAsker(
  scope: PlatformScope,
  asker: { tenantId: string; seatId: string },
): Promise<TenantCaller | null> {
  const found = await inPlatform(scope, (tx) => findAsker(tx, asker));
  if (found === null) return null;
  const { userId, mailbox, role, slug, tenantName } = found;
  const name = found.name || mailbox;
  const own = mintTenantScope(asker.tenantId, { kind: "person", userId, name });
  return { scope: own, seatId: asker.seatId, userId, name, mailbox, role, slug, tenantName };
}
