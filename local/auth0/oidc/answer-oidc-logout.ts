import { checkForm } from "../pages/check-form";
import { confirmLogoutPage } from "../pages/confirm-logout-page";
import { signedOutPage } from "../pages/signed-out-page";
import { wentWrongPage } from "../pages/went-wrong-page";
import type { Call, Reply } from "../server/call";
import { readForm } from "../server/read-form";
import { redirect } from "../server/redirect";
import type { Tenant } from "../tenant";
import { endBrowserSession } from "./end-browser-session";
import { sessionHasSid } from "./session-has-sid";
import { verifyJwt } from "./verify-jwt";

/**
 * GET and POST /oidc/logout. With a genuine `id_token_hint` (expired or not) or the session's `logout_hint` the
 * session ends at once; without, the person is asked first.
 * Source: OpenID Connect RP-Initiated Logout 1.0, section 2; Auth0, "Log Users Out of Auth0 with OIDC Endpoint".
 */
export async function answerOidcLogout(tenant: Tenant, call: Call): Promise<Reply> {
  const form = call.req.method === "POST" ? await readForm(call) : undefined;
  const asked = new URLSearchParams([...call.url.searchParams, ...(form ?? [])]);
  const hint = asked.get("id_token_hint");
  const clientId = asked.get("client_id") ?? tenant.config.app.clientId;
  const returnTo = asked.get("post_logout_redirect_uri");
  if (clientId !== tenant.config.app.clientId || (hint && !hintIsGenuine(tenant, hint)))
    return wentWrongPage(tenant.config, "The id_token_hint or the client_id is not one of this tenant's.");
  if (returnTo !== null && !tenant.settings.logoutUrls.includes(returnTo))
    return wentWrongPage(
      tenant.config,
      "The post_logout_redirect_uri is not in the list of allowed logout URLs.",
    );
  const sid = asked.get("logout_hint");
  const agreed =
    hint || (sid && (await sessionHasSid(tenant, call, sid))) || (form && checkForm(tenant, call, form));
  if (!agreed) return confirmLogoutPage(tenant, call, asked);
  const cookies = await endBrowserSession(tenant, call);
  if (returnTo !== null) return redirect(withState(returnTo, asked.get("state")), { "set-cookie": cookies });
  return signedOutPage(tenant.config, cookies);
}

function hintIsGenuine({ config, secrets }: Tenant, hint: string): boolean {
  const outcome = verifyJwt(secrets.signingKey, hint);
  return outcome.ok && outcome.claims.aud.includes(config.app.clientId);
}

function withState(returnTo: string, state: string | null): string {
  if (state === null) return returnTo;
  const url = new URL(returnTo);
  url.searchParams.set("state", state);
  return url.href;
}
