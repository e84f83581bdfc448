import { cookieNames } from "../oidc/cookie-names";
import { loginBinding } from "../oidc/login-binding";
import type { Call } from "../server/call";
import { readCookie } from "../server/read-cookie";
import type { Tenant } from "../tenant";

/**
 * The login that a page belongs to, by the `state` in its address. Undefined if it is over, or if another browser
 * started it.
 */
export async function findLogin({ config, secrets, provider }: Tenant, call: Call) {
  const state = call.url.searchParams.get("state") ?? "";
  const binding = readCookie(call.req, cookieNames(config.port).login(state));
  if (binding !== loginBinding(secrets.formKey, state)) return undefined;
  return provider.Interaction.find(state);
}
