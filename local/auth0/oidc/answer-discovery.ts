import type { Reply } from "../server/call";
import { replyJson } from "../server/reply-json";
import type { Tenant } from "../tenant";

/**
 * GET /.well-known/openid-configuration, with what this tenant can do of what an Auth0 tenant lists.
 * Source: OpenID Connect Discovery 1.0, section 3.
 */
export async function answerDiscovery({ config }: Tenant): Promise<Reply> {
  const at = (path: string): string => `${config.issuer}${path}`;
  return replyJson(200, {
    issuer: config.issuer,
    authorization_endpoint: at("authorize"),
    token_endpoint: at("oauth/token"),
    userinfo_endpoint: at("userinfo"),
    jwks_uri: at(".well-known/jwks.json"),
    revocation_endpoint: at("oauth/revoke"),
    end_session_endpoint: at("oidc/logout"),
    scopes_supported: [
      "openid",
      "profile",
      "offline_access",
      "name",
      "given_name",
      "family_name",
      "nickname",
      "email",
      "email_verified",
      "picture",
    ],
    response_types_supported: ["code"],
    response_modes_supported: ["query", "form_post"],
    subject_types_supported: ["public"],
    code_challenge_methods_supported: ["S256"],
    id_token_signing_alg_values_supported: ["RS256"],
    token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post"],
    claims_supported: [
      "auth_time",
      "email",
      "email_verified",
      "family_name",
      "given_name",
      "iat",
      "iss",
      "name",
      "nickname",
      "picture",
      "sub",
    ],
    request_uri_parameter_supported: false,
    request_parameter_supported: false,
  });
}
