import { wordsOf } from "./ask-tenant";
import { compareWithMadeUp, type Verdict } from "./compare-with-made-up";
import type { Check } from "./finding";
import { nobodysAddress, type TenantUnderCheck } from "./open-tenant";

const mend =
  "Set AUTH0_CONNECTION_ID to the Identifier (con_...) at Authentication > Database > (the portal's connection) > Settings.";

/**
 * Asks for a password ticket for an address that nobody has. Auth0 looks for the connection first and for the person
 * then, so no ticket is made. Source: Auth0 Management API, "Create a password change ticket", 400 and 404.
 */
export const checkConnectionId: Check = {
  name: "AUTH0_CONNECTION_ID",
  look: (tenant) =>
    compareWithMadeUp({
      real: tenant.settings.AUTH0_CONNECTION_ID,
      madeUp: "con_0000000000000000",
      ask: (connectionId) => askForTicket(tenant, connectionId),
      rightDetail: "the tenant knows this connection",
      wrongDetail: "the tenant has no connection with this id",
      mend,
    }),
};

async function askForTicket(tenant: TenantUnderCheck, connection_id: string): Promise<Verdict> {
  const reply = await tenant.api("/tickets/password-change", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ connection_id, email: nobodysAddress(), ttl_sec: 60 }),
  });
  if (reply.status === 404) return "taken";
  if (reply.status === 400 && /connection.*does not exist/i.test(String(reply.json.message)))
    return "refused";
  return { words: wordsOf(reply) };
}
