import type { TenantConfig } from "../read-config";

/**
 * The button to the application's login URI. Auth0 appends `iss`, and takes https addresses only; http on
 * localhost is this tenant's one exception.
 * Source: Auth0, "Configure Default Login Routes".
 */
export function backToApplication({ app, issuer }: TenantConfig): { label: string; href: string } {
  const href = new URL(app.initiateLoginUri);
  href.searchParams.set("iss", issuer);
  return { label: `Back to ${app.name}`, href: href.href };
}
