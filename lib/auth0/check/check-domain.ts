import { SilentTenant } from "./ask-tenant";
import { type Check, right, wrong } from "./finding";

export const checkDomain: Check = {
  name: "AUTH0_DOMAIN",
  async look(tenant) {
    const { AUTH0_DOMAIN } = tenant.settings;
    const mend =
      "Set AUTH0_DOMAIN to the Domain that the dashboard shows at Applications > (the portal's) > Settings > Basic Information.";
    const reply = await tenant.discovery().catch(nullWhenSilent);
    if (reply === null) return wrong(`nobody answers at ${AUTH0_DOMAIN}`, mend);
    if (reply.status !== 200)
      return wrong(`${AUTH0_DOMAIN} does not answer as an Auth0 tenant (${reply.status})`, mend);
    if (reply.json.issuer === tenant.issuer) return right(`${tenant.issuer} answers and names itself so`);
    return wrong(
      `it calls itself ${String(reply.json.issuer)} instead of ${tenant.issuer}: sign-ins would be refused`,
      mend,
    );
  },
};

function nullWhenSilent(error: unknown): null {
  if (error instanceof SilentTenant) return null;
  throw error;
}
