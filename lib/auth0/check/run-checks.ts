import { SilentTenant } from "./ask-tenant";
import { checks, gates, probes } from "./checks";
import { type Check, type Finding, type NamedFinding, unknown } from "./finding";
import { openTenant, type PortalSettings, type TenantUnderCheck } from "./open-tenant";

/**
 * Holds the portal's settings against the tenant that they name. Changes nothing there and needs no database.
 * @returns one finding for each check, in order
 */
export async function runChecks(settings: PortalSettings): Promise<NamedFinding[]> {
  const tenant = openTenant(settings);
  const found: NamedFinding[] = [];
  // Behind a closed gate a refusal says nothing about the setting that was tried.
  let closed: string | undefined;
  for (const check of checks) {
    const isBehind = gates.includes(check) || probes.includes(check);
    const finding =
      closed !== undefined && isBehind
        ? unknown("not asked", `First mend ${closed}.`)
        : await look(check, tenant);
    if (gates.includes(check) && finding.is !== "right") closed ??= check.name;
    found.push({ name: check.name, ...finding });
  }
  return found;
}

/** A tenant that falls silent in the middle is no bug of ours. */
async function look(check: Check, tenant: TenantUnderCheck): Promise<Finding> {
  try {
    return await check.look(tenant);
  } catch (error) {
    if (!(error instanceof SilentTenant)) throw error;
    return unknown("the tenant did not answer", "Ask again in a moment.");
  }
}
