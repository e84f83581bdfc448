import type { Actor } from "./actor";
import type { PlatformScope, TenantScope } from "./scope";

// The brand exists only in the type system; these two casts are the mint.

/** Mints the right to work on one tenant. Callers: a checked session or letter link, or a claimed job. */
export function mintTenantScope(tenantId: string, actor: Actor): TenantScope {
  return { tenantId, actor } as TenantScope;
}

/** Mints the right to work across tenants. Callers: sign-in, checked staff, the worker, operators' commands. */
export function mintPlatformScope(actor: Actor): PlatformScope {
  return { actor } as PlatformScope;
}
