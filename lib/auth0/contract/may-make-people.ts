import type { PortalSettings } from "../check/open-tenant";

/**
 * Whether the contract may make people in this tenant: in the local one always, in another only when whoever runs it
 * names that tenant, so that a forgotten variable does not open the next one.
 * @param consent the hostname that was named
 */
export function mayMakePeople(
  { AUTH0_MODE, AUTH0_DOMAIN }: Pick<PortalSettings, "AUTH0_MODE" | "AUTH0_DOMAIN">,
  consent: string | undefined,
): boolean {
  return AUTH0_MODE === "local" || consent === AUTH0_DOMAIN;
}
