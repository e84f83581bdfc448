import { mintTenantScope } from "@/db/mint-scope";
import type { PlatformScope } from "@/db/scope";
import { enterByItself } from "./enter-by-itself";
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
  const found = await enterByItself(scope, asker);
  if (found === null) return null;
  const { userId, name } = found;
  return { ...found, scope: mintTenantScope(asker.tenantId, { kind: "person", userId, name }) };
}
