import { askTenant } from "./ask-tenant";
import { askToSignIn, targetOf } from "./ask-to-sign-in";
import { type Check, right, unknown, wrong } from "./finding";
import type { TenantUnderCheck } from "./open-tenant";

const mend =
  "Authentication > Database > (the portal's connection) > Settings: switch Disable Sign Ups on, and save.";

/**
 * Knocks at both doors by which strangers could come in. The sign-up request has neither an address nor a password,
 * so nobody is created whatever the answer; the login page is only read.
 */
export const checkSignUps: Check = {
  name: "Sign-ups disabled",
  async look(tenant) {
    if (await signUpIsRefused(tenant)) return right("the tenant says that sign-up is disabled");
    if (await pageOffersSignUp(tenant)) return wrong("the login page offers to sign up", mend);
    return unknown("the tenant's answers don't tell", mend);
  },
};

async function signUpIsRefused({ issuer, settings }: TenantUnderCheck): Promise<boolean> {
  const reply = await askTenant(`${issuer}dbconnections/signup`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      client_id: settings.AUTH0_CLIENT_ID,
      connection: settings.AUTH0_CONNECTION,
      email: "",
      password: "",
    }),
  });
  return reply.status === 400 && /sign-?up[ _]?(is[ _])?disabled/i.test(reply.text);
}

async function pageOffersSignUp(tenant: TenantUnderCheck): Promise<boolean> {
  const start = await askToSignIn(tenant, {});
  const page = targetOf(tenant, start);
  if (page === null || !page.href.startsWith(tenant.issuer)) return false;
  const cookie = start.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  return /href="[^"]*\/u\/signup/.test((await askTenant(page.href, { headers: { cookie } })).text);
}
