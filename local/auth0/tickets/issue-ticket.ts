import { randomBytes } from "node:crypto";
import type { Tenant } from "../tenant";
import { hashSecret } from "./hash-secret";
import type { TicketKind } from "./ticket";
import { ticketLifetime } from "./ticket-lifetime";

export interface NewTicket {
  kind: TicketKind;
  userId: string;
  resultUrl?: string | undefined;
  clientId?: string | undefined;
  /** Seconds; 0 and absent mean five days. */
  ttlSec?: number | undefined;
  includeEmail?: boolean | undefined;
  markEmailAsVerified?: boolean | undefined;
}

/**
 * Makes a ticket.
 * @returns its address on a hosted page, with the `#` that Auth0 puts at the end
 */
export async function issueTicket(tenant: Tenant, ticket: NewTicket): Promise<string> {
  const secret = randomBytes(24).toString("base64url");
  const lifetimeMs = ticketLifetime(ticket.ttlSec) * 1_000;
  await tenant.db`
    insert into tickets ${tenant.db({
      secret_hash: hashSecret(secret),
      kind: ticket.kind,
      user_id: ticket.userId,
      result_url: ticket.resultUrl ?? null,
      client_id: ticket.clientId ?? null,
      include_email: ticket.includeEmail ?? true,
      mark_email_as_verified: ticket.markEmailAsVerified ?? false,
      expires_at: new Date(tenant.clock.now().getTime() + lifetimeMs),
    })}`;
  return `${tenant.config.issuer}${pageOf(tenant, ticket.kind)}?ticket=${secret}#`;
}

function pageOf({ settings }: Tenant, kind: TicketKind): string {
  if (kind === "email-verification") return "u/email-verification";
  return settings.loginStyle === "classic" ? "lo/reset" : "u/reset-verify";
}
