import type { Ticket, TicketKind, TicketRefusal } from "./ticket";

const successMessages: Record<TicketKind, string> = {
  "email-verification": "Your email was verified. You can continue using the application.",
  "password-change": "You can now login to the application with the new password.",
};

const refusalMessages: Record<TicketRefusal, string> = {
  unknown: "User account does not exist or verification code is invalid.",
  used: "This URL can be used only once",
  expired: "Access expired.",
  superseded: "User account does not exist or verification code is invalid.",
  "already-verified": "This account is already verified.",
};

/**
 * Where classic login sends the browser after a ticket, with Auth0's parameters; its own query is kept.
 * Source: Auth0, "Email Template Descriptions" (Redirect To), and replies of public integrations.
 */
export function resultUrl(ticket: Ticket, resultUrl: string, refusal: TicketRefusal | undefined): string {
  const url = new URL(resultUrl);
  url.searchParams.set("supportSignUp", "true");
  url.searchParams.set("supportForgotPassword", "true");
  if (ticket.include_email) url.searchParams.set("email", ticket.email);
  url.searchParams.set("message", refusal ? refusalMessages[refusal] : successMessages[ticket.kind]);
  url.searchParams.set("success", String(!refusal));
  if (!refusal) url.searchParams.set("code", "success");
  return `${url.href}#`;
}
