import type { Call, Reply } from "../server/call";
import type { Tenant } from "../tenant";
import { findTicket } from "../tickets/find-ticket";
import { judgeTicket } from "../tickets/judge-ticket";
import { passwordForm } from "./password-form";
import { ticketResult } from "./ticket-result";

/** GET /u/reset-verify and GET /lo/reset: the form for a new password. Uses nothing up. */
export async function showReset(tenant: Tenant, call: Call): Promise<Reply> {
  const secret = call.url.searchParams.get("ticket") ?? "";
  const ticket = await findTicket(tenant.db, "password-change", secret);
  if (ticket) call.ids.user_id = ticket.user_id;
  const outcome = judgeTicket(ticket, tenant.clock.now());
  if (!outcome.ok) return ticketResult(tenant, "password-change", outcome);
  return passwordForm(tenant, call, outcome.ticket.email);
}
