import { wordsOf } from "./ask-tenant";
import { type Check, right, unknown, wrong } from "./finding";

const page = "Applications > Applications > (the portal's)";

export const checkCredentials: Check = {
  name: "AUTH0_CLIENT_ID, _SECRET",
  async look(tenant) {
    const reply = await tenant.credentials();
    const { error, error_description: words } = reply.json;
    if (typeof reply.json.access_token === "string") return right("the id and the secret are accepted");
    if (error === "unauthorized_client" && /grant type/i.test(String(words)))
      return wrong(
        `the application may not use client credentials (${wordsOf(reply)})`,
        `${page} > Settings > Advanced Settings > Grant Types: tick Client Credentials and Authorization Code, and save.`,
      );
    if (error === "access_denied" && /service not found/i.test(String(words)))
      return wrong(
        `this domain has no Management API (${wordsOf(reply)})`,
        "Set AUTH0_DOMAIN to the tenant's own hostname (*.auth0.com), not to a custom domain.",
      );
    if (reply.status === 403)
      return wrong(
        `the application is not authorised for the Management API (${wordsOf(reply)})`,
        "Applications > APIs > Auth0 Management API > Machine to Machine Applications: authorise the portal's application.",
      );
    if (reply.status === 401)
      return wrong(
        `the tenant does not accept this id with this secret (${wordsOf(reply)})`,
        `Copy Client ID (${page} > Settings) and Client Secret (there, or on its Credentials tab) anew into AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.`,
      );
    return unknown(
      `the tenant answered ${wordsOf(reply)}`,
      "Ask again later; see Monitoring > Logs in the dashboard.",
    );
  },
};
