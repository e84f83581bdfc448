import { askTenant } from "./ask-tenant";
import { targetOf } from "./ask-to-sign-in";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";
import type { Check } from "./finding";
import type { TenantUnderCheck } from "./open-tenant";

/** Signs out nobody and looks where it leads: only to an allowed address. */
export const checkLogoutUrl: Check = {
  name: "Logout URL",
  look(tenant) {
    const { APP_BASE_URL } = tenant.settings;
    return compareWithMadeUp({
      real: APP_BASE_URL,
      madeUp: `${APP_BASE_URL}/made-up`,
      ask: (url) => signOutNobody(tenant, url),
      rightDetail: `${APP_BASE_URL} is allowed`,
      wrongDetail: `${APP_BASE_URL} is not allowed`,
      mend: `Applications > Applications > (the portal's) > Settings > Application URIs > Allowed Logout URLs: add ${APP_BASE_URL} (no slash at the end), and save.`,
    });
  },
};

async function signOutNobody(tenant: TenantUnderCheck, returnTo: string): Promise<Verdict> {
  const query = new URLSearchParams({ client_id: tenant.settings.AUTH0_CLIENT_ID, returnTo });
  const reply = await askTenant(`${tenant.issuer}v2/logout?${query}`);
  return targetOf(tenant, reply)?.href === new URL(returnTo).href ? "taken" : "refused";
}
