import { managementAudiences } from "../oidc/management-audiences";
import { verifyJwt } from "../oidc/verify-jwt";
import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { apiError } from "./api-error";

/**
 * Checks a call's bearer token and that it holds any of `scopes`. Expiry is judged by the machine's clock, since
 * that is what the token's holder goes by.
 * @returns undefined if the call may go on, or the 401 or 403 to answer with
 */
export function judgeBearer(tenant: Tenant, call: Call, scopes: readonly string[]): Reply | undefined {
  const [scheme, token] = (call.req.headers.authorization ?? "").split(" ");
  if (scheme?.toLowerCase() !== "bearer" || !token) return apiError(401, "Missing authentication");
  const outcome = verifyJwt(tenant.secrets.signingKey, token);
  if (!outcome.ok)
    return outcome.reason === "malformed"
      ? apiError(401, "Invalid token.")
      : apiError(401, "Invalid signature received for JSON Web Token validation.");
  const { aud, exp, scope = "" } = outcome.claims;
  if (!aud.some((audience) => managementAudiences(tenant.config.port).includes(audience)))
    return apiError(401, `Bad audience: ${aud.join(", ")}`);
  if (exp * 1_000 <= tenant.clock.machineNow().getTime())
    return apiError(401, "Expired token received for JSON Web Token validation.");
  if (!scopes.some((wanted) => scope.split(" ").includes(wanted)))
    return apiError(403, `Insufficient scope, expected any of: ${scopes.join(",")}`, "insufficient_scope");
  return undefined;
}
