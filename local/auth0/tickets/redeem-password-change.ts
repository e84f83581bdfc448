import type { Tenant } from "../tenant";
import { changePassword } from "../users/change-password";
import { findTicket } from "./find-ticket";
import { judgeTicket } from "./judge-ticket";
import type { TicketOutcome } from "./ticket";

/**
 * Uses up a password-change ticket and sets the new password. The same form sent twice (a double click) succeeds
 * twice and changes the password once.
 * @param form names the rendered form that was submitted
 */
export async function redeemPasswordChange(
  { db, clock }: Tenant,
  secret: string,
  password: string,
  form: string,
): Promise<TicketOutcome> {
  return db.begin(async (tx) => {
    const now = clock.now();
    const ticket = await findTicket(tx, "password-change", secret);
    if (ticket?.used_by_form === form) return { ok: true, ticket };
    const outcome = judgeTicket(ticket, now);
    if (!outcome.ok) return outcome;
    const { secret_hash, user_id, mark_email_as_verified } = outcome.ticket;
    await tx`update tickets set used_at = ${now}, used_by_form = ${form} where secret_hash = ${secret_hash}`;
    await changePassword(tx, user_id, password, now, mark_email_as_verified);
    return outcome;
  });
}
