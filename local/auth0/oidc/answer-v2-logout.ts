import { signedOutPage } from "../pages/signed-out-page";
import { wentWrongPage } from "../pages/went-wrong-page";
import type { Call, Reply } from "../server/call";
import { redirect } from "../server/redirect";
import type { Tenant } from "../tenant";
import { endBrowserSession } from "./end-browser-session";

/**
 * GET /v2/logout: ends the browser's session and returns to `returnTo`, if that is an allowed logout URL.
 * Source: Auth0 Authentication API, "Logout".
 */
export async function answerV2Logout(tenant: Tenant, call: Call): Promise<Reply> {
  const returnTo = call.url.searchParams.get("returnTo");
  if (returnTo !== null && !tenant.settings.logoutUrls.includes(returnTo))
    return wentWrongPage(
      tenant.config,
      'The "returnTo" address is not defined as a valid URL in "Allowed Logout URLs".',
    );
  const cookies = await endBrowserSession(tenant, call);
  if (returnTo !== null) return redirect(returnTo, { "set-cookie": cookies });
  return signedOutPage(tenant.config, cookies);
}
