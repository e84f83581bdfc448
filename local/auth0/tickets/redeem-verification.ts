import type { Tenant } from "../tenant";
import { findTicket } from "./find-ticket";
import { judgeTicket } from "./judge-ticket";
import type { TicketOutcome } from "./ticket";

/** Uses up an email-verification ticket and marks its user's address as verified. */
export async function redeemVerification({ db, clock }: Tenant, secret: string): Promise<TicketOutcome> {
  return db.begin(async (tx) => {
    const now = clock.now();
    const outcome = judgeTicket(await findTicket(tx, "email-verification", secret), now);
    if (!outcome.ok) return outcome;
    await tx`update tickets set used_at = ${now} where secret_hash = ${outcome.ticket.secret_hash}`;
    await tx`
      update users set email_verified = true, updated_at = ${now} where user_id = ${outcome.ticket.user_id}`;
    return outcome;
  });
}
