import { createHash, randomBytes } from "node:crypto";
import { askTenant, type TenantReply } from "./ask-tenant";
import type { TenantUnderCheck } from "./open-tenant";

/** The one callback address of the portal's sign-in. */
export function callbackUrl({ settings }: TenantUnderCheck): string {
  return `${settings.APP_BASE_URL}/auth/callback`;
}

/**
 * Starts a sign-in as the portal does (code flow with PKCE, RFC 7636) and goes no further.
 * @param more parameters that are added or replaced
 */
export function askToSignIn(tenant: TenantUnderCheck, more: Record<string, string>): Promise<TenantReply> {
  const random = () => randomBytes(32).toString("base64url");
  const query = new URLSearchParams({
    client_id: tenant.settings.AUTH0_CLIENT_ID,
    response_type: "code",
    redirect_uri: callbackUrl(tenant),
    scope: "openid profile email",
    state: random(),
    nonce: random(),
    code_challenge: createHash("sha256").update(random()).digest("base64url"),
    code_challenge_method: "S256",
    ...more,
  });
  return askTenant(`${tenant.issuer}authorize?${query}`);
}

/** Where a redirect leads, as an absolute address; null for any other reply. */
export function targetOf(tenant: TenantUnderCheck, { status, headers }: TenantReply): URL | null {
  const location = headers.get("location");
  return status >= 300 && status < 400 && location !== null ? new URL(location, tenant.issuer) : null;
}
