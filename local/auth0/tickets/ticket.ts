export type TicketKind = "email-verification" | "password-change";

/** A ticket as it was stored, with what is needed to judge it. */
export interface Ticket {
  secret_hash: string;
  kind: TicketKind;
  user_id: string;
  result_url: string | null;
  client_id: string | null;
  include_email: boolean;
  mark_email_as_verified: boolean;
  expires_at: Date;
  used_at: Date | null;
  used_by_form: string | null;
  /** A later ticket of the same kind exists for this user. */
  superseded: boolean;
  email: string;
  email_verified: boolean;
}

export type TicketRefusal = "unknown" | "used" | "expired" | "superseded" | "already-verified";

export type TicketOutcome =
  | { ok: true; ticket: Ticket }
  | { ok: false; reason: TicketRefusal; ticket: Ticket | undefined };
