import { createTransport } from "nodemailer";
import type { Tenant } from "../tenant";
import type { UserRow } from "../users/user-row";
import { issueTicket } from "./issue-ticket";
import type { TicketKind } from "./ticket";

const letters: Record<TicketKind, { subject: string; ask: string }> = {
  "email-verification": {
    subject: "Verify your email",
    ask: "To verify your email address, open this link:",
  },
  "password-change": { subject: "Reset your password", ask: "To choose a new password, open this link:" },
};

/**
 * Sends one of the tenant's own letters: a ticket by mail, good for five days. Whoever resets a password through a
 * letter has proved the mailbox, so their address counts as verified. Without SMTP settings nothing is sent.
 */
export async function mailTicket(tenant: Tenant, user: UserRow, kind: TicketKind): Promise<void> {
  if (!tenant.config.smtpUrl) return;
  const { subject, ask } = letters[kind];
  const link = await issueTicket(tenant, {
    kind,
    userId: user.user_id,
    clientId: tenant.config.app.clientId,
    markEmailAsVerified: true,
  });
  const transport = createTransport(tenant.config.smtpUrl);
  try {
    await transport.sendMail({
      from: "Local Auth0 <no-reply@auth0.localhost>",
      to: user.email,
      subject,
      text: `${ask}\n\n${link}\n\nIf you did not ask for this, ignore this letter.\n`,
    });
  } catch (error) {
    console.error("local auth0: a letter could not be sent:", error instanceof Error ? error.message : error);
  } finally {
    transport.close();
  }
}
