import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { redeemVerification } from "../tickets/redeem-verification";
import { ticketResult } from "./ticket-result";

/** GET /u/email-verification: opening the address is what uses the ticket up, as in Auth0. */
export async function verifyEmail(tenant: Tenant, call: Call): Promise<Reply> {
  const outcome = await redeemVerification(tenant, call.url.searchParams.get("ticket") ?? "");
  if (outcome.ticket) call.ids.user_id = outcome.ticket.user_id;
  return ticketResult(tenant, "email-verification", outcome);
}
