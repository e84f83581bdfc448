import type { Ticket, TicketOutcome } from "./ticket";

/**
 * Decides whether a ticket may be used at a moment. Pure. Tickets work once; of a user's password tickets only the
 * latest works; an address that is verified already needs no ticket.
 */
export function judgeTicket(ticket: Ticket | undefined, now: Date): TicketOutcome {
  if (!ticket) return { ok: false, reason: "unknown", ticket };
  if (ticket.used_at) return { ok: false, reason: "used", ticket };
  if (ticket.expires_at <= now) return { ok: false, reason: "expired", ticket };
  if (ticket.kind === "password-change" && ticket.superseded)
    return { ok: false, reason: "superseded", ticket };
  if (ticket.kind === "email-verification" && ticket.email_verified)
    return { ok: false, reason: "already-verified", ticket };
  return { ok: true, ticket };
}
