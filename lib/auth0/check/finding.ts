import type { TenantUnderCheck } from "./open-tenant";

/**
 * What a check found out.
 * - `right`: the tenant is set as the portal needs it.
 * - `wrong`: it is not; `mend` says which setting, where, and what it must be.
 * - `unknown`: the tenant doesn't tell; `mend` says where a person can look.
 */
export type Finding =
  | { is: "right"; detail: string }
  | { is: "wrong" | "unknown"; detail: string; mend: string };

/** One named question to the tenant. Asking changes nothing there. */
export type Check = { name: string; look(tenant: TenantUnderCheck): Promise<Finding> };

export type NamedFinding = Finding & { name: string };

export const right = (detail: string): Finding => ({ is: "right", detail });
export const wrong = (detail: string, mend: string): Finding => ({ is: "wrong", detail, mend });
export const unknown = (detail: string, mend: string): Finding => ({ is: "unknown", detail, mend });
