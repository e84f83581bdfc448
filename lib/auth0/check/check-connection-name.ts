import { wordsOf } from "./ask-tenant";
import { askToSignIn, callbackUrl, targetOf } from "./ask-to-sign-in";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";
import type { Check } from "./finding";
import type { TenantUnderCheck } from "./open-tenant";

/** A sign-in that names a connection comes to a login page; with an unknown one it is sent back with an error. */
export const checkConnectionName: Check = {
  name: "AUTH0_CONNECTION",
  look: (tenant) =>
    compareWithMadeUp({
      real: tenant.settings.AUTH0_CONNECTION,
      madeUp: "made-up-connection",
      ask: (connection) => nameConnection(tenant, connection),
      rightDetail: `people of ${tenant.settings.AUTH0_CONNECTION} can sign in to the application`,
      wrongDetail: `the application has no connection named ${tenant.settings.AUTH0_CONNECTION}`,
      mend: "Set AUTH0_CONNECTION to the name at Authentication > Database; on its Applications tab the portal's application must be on.",
    }),
};

async function nameConnection(tenant: TenantUnderCheck, connection: string): Promise<Verdict> {
  const reply = await askToSignIn(tenant, { connection });
  const target = targetOf(tenant, reply);
  if (target === null) return { words: wordsOf(reply) };
  if (target.href.startsWith(callbackUrl(tenant))) return "refused";
  return target.href.startsWith(tenant.issuer) ? "taken" : { words: "a redirect to somewhere else" };
}
