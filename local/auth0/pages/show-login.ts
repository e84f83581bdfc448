import type { Call, Reply } from "../server/call";
import { redirect } from "../server/redirect";
import type { Tenant } from "../tenant";
import { backToApplication } from "./back-to-application";
import { findLogin } from "./find-login";
import { loginPage } from "./login-page";

/**
 * GET /u/login. A bookmarked or finished login leads to the application's login URI.
 * Source: Auth0, "Configure Default Login Routes".
 */
export async function showLogin(tenant: Tenant, call: Call): Promise<Reply> {
  const login = await findLogin(tenant, call);
  if (!login) return redirect(backToApplication(tenant.config).href);
  const hint = login.params.login_hint;
  return loginPage(tenant, call, { state: login.uid, email: typeof hint === "string" ? hint : "" });
}
