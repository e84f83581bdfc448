import { enterByAction } from "./enter-by-action";
import { type Entry, enterTenant } from "./enter-tenant";

/** Opens a tenant for a server action: from one of our pages, and by somebody who holds a seat there. */
export function enterTenantByAction(slug: string): Promise<Entry> {
  return enterByAction(async () =>
    typeof slug === "string" ? enterTenant(slug) : { ok: false, reason: "not-here" },
  );
}
