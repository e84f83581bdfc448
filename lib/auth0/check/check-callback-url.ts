import { askToSignIn, callbackUrl, targetOf } from "./ask-to-sign-in";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";
import type { Check } from "./finding";
import type { TenantUnderCheck } from "./open-tenant";

/** What Auth0 sends to a callback that it knows when nobody is signed in (OpenID Connect Core, 3.1.2.6). */
const knownErrors = new Set(["login_required", "interaction_required", "consent_required"]);

/** A sign-in with `prompt=none` shows no page: it comes back to a registered callback, and stays away from others. */
export const checkCallbackUrl: Check = {
  name: "Callback URL",
  look: (tenant) =>
    compareWithMadeUp({
      real: callbackUrl(tenant),
      madeUp: `${callbackUrl(tenant)}/made-up`,
      ask: (url) => askQuietly(tenant, url),
      rightDetail: `${callbackUrl(tenant)} is allowed`,
      wrongDetail: `${callbackUrl(tenant)} is not allowed`,
      mend: `Applications > Applications > (the portal's) > Settings > Application URIs > Allowed Callback URLs: add ${callbackUrl(tenant)}, and save.`,
    }),
};

async function askQuietly(tenant: TenantUnderCheck, url: string): Promise<Verdict> {
  const target = targetOf(tenant, await askToSignIn(tenant, { redirect_uri: url, prompt: "none" }));
  if (target === null || `${target.origin}${target.pathname}` !== url) return "refused";
  const error = target.searchParams.get("error") ?? "";
  if (target.searchParams.has("code") || knownErrors.has(error)) return "taken";
  return { words: `${error}, "${target.searchParams.get("error_description") ?? ""}"` };
}
