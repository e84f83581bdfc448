import type { Reply } from "../server/call";
import { redirect } from "../server/redirect";
import type { Tenant } from "../tenant";
import { resultUrl } from "../tickets/result-url";
import type { TicketKind, TicketOutcome, TicketRefusal } from "../tickets/ticket";
import { backToApplication } from "./back-to-application";
import { type Message, messagePage } from "./message-page";

const done: Record<TicketKind, Message> = {
  "email-verification": { title: "Email Verified", text: "Your email address was successfully verified." },
  "password-change": {
    title: "Password Changed!",
    text: "Your password has been changed successfully.",
  },
};

const tryAgain =
  'To reset your password, return to the login page and select "Forgot Your Password" to send a new email.';

const refused: Record<TicketKind, Record<TicketRefusal, Message>> = {
  "email-verification": {
    unknown: { title: "Invalid Link", text: "User account does not exist or verification code is invalid." },
    superseded: { title: "Invalid Link", text: "This ticket is no longer valid." },
    used: { title: "Invalid Link", text: "This ticket was already used." },
    expired: { title: "Link Expired", text: "This ticket was expired." },
    "already-verified": { title: "Already Verified", text: "This account is already verified." },
  },
  "password-change": {
    unknown: { title: "Invalid Link", text: `This link is not valid. ${tryAgain}` },
    superseded: { title: "Invalid Link", text: `A newer link has replaced this one. ${tryAgain}` },
    used: { title: "Invalid Link", text: `This link has already been used. ${tryAgain}` },
    expired: { title: "Link Expired", text: `This link has expired. ${tryAgain}` },
    "already-verified": { title: "Please Try Again", text: tryAgain },
  },
};

/**
 * What a browser sees once a ticket was used or refused: in classic login a redirect to the ticket's `result_url`,
 * in Universal Login a page with a button to the application that the ticket names.
 */
export function ticketResult(
  { config, settings }: Tenant,
  kind: TicketKind,
  outcome: TicketOutcome,
  status: 302 | 303 = 302,
): Reply {
  const { ticket } = outcome;
  const refusal = outcome.ok ? undefined : outcome.reason;
  if (settings.loginStyle === "classic" && ticket?.result_url)
    return redirect(resultUrl(ticket, ticket.result_url, refusal), {}, status);
  const message = refusal ? refused[kind][refusal] : done[kind];
  const button = ticket?.client_id ? backToApplication(config) : undefined;
  return messagePage(refusal ? 400 : 200, { ...message, button });
}
