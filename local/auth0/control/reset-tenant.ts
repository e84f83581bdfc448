import { forgetEverything } from "../store/forget-everything";
import type { Tenant } from "../tenant";

/** Back to an empty tenant: users, jobs, tickets, sessions, weather, calls, clock and rate limits. Keys stay. */
export async function resetTenant(tenant: Tenant): Promise<void> {
  await forgetEverything(tenant.db);
  tenant.clock.moveTo(0);
  tenant.imports.holdNext(0);
  tenant.weather.clear();
  tenant.calls.clear();
  tenant.limiter.refill();
}
