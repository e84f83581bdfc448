import { headers } from "next/headers";
import { env } from "@/lib/base/env";
import { type Entry, enterTenant } from "./enter-tenant";
import { isSameOrigin } from "./same-origin";

/**
 * Opens a tenant for a server action. An action answers a POST to any path from anywhere, so it checks by itself
 * that the form stood on one of our pages and that its caller holds a seat.
 */
export async function enterTenantByAction(slug: string): Promise<Entry> {
  if (!isSameOrigin(await headers(), env().APP_BASE_URL)) return { ok: false, reason: "not-here" };
  return typeof slug === "string" ? enterTenant(slug) : { ok: false, reason: "not-here" };
}
