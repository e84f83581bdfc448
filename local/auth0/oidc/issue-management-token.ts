import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";
import { managementAudiences } from "./management-audiences";
import { signJwt } from "./sign-jwt";

const LIFETIME_S = 86_400;

/**
 * The client credentials grant: a Management API token for the application itself. A `scope` parameter may ask for
 * fewer scopes than were granted, never for more.
 * Source: Auth0, "Get Management API Access Tokens for Production"; RFC 6749, section 4.4.
 */
export function issueManagementToken(tenant: Tenant, form: URLSearchParams): Reply {
  const audience = form.get("audience") ?? "";
  if (!managementAudiences(tenant.config.port).includes(audience))
    return replyJson(403, { error: "access_denied", error_description: `Service not found: ${audience}` });
  const granted = tenant.settings.scopes;
  if (granted.length === 0)
    return replyJson(403, {
      error: "access_denied",
      error_description: `Client is not authorized to access "${audience}". You need to create a "client-grant" associated to this API.`,
    });
  const asked = form.get("scope")?.split(" ");
  const scope = granted.filter((name) => asked?.includes(name) ?? true).join(" ");
  const issuedAt = Math.floor(tenant.clock.machineNow().getTime() / 1_000);
  const access_token = signJwt(tenant.secrets.signingKey, {
    iss: tenant.config.issuer,
    sub: `${tenant.config.app.clientId}@clients`,
    aud: audience,
    iat: issuedAt,
    exp: issuedAt + LIFETIME_S,
    scope,
    gty: "client-credentials",
    azp: tenant.config.app.clientId,
  });
  return replyJson(200, { access_token, scope, expires_in: LIFETIME_S, token_type: "Bearer" });
}
