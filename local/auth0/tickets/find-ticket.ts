import type { Queryable } from "../store/connect";
import { hashSecret } from "./hash-secret";
import type { Ticket, TicketKind } from "./ticket";

/** Finds a ticket by the secret in its address and locks it for the rest of the transaction. */
export async function findTicket(
  db: Queryable,
  kind: TicketKind,
  secret: string,
): Promise<Ticket | undefined> {
  const [ticket] = await db<Ticket[]>`
    select ticket.*, users.email, users.email_verified,
      exists (
        select 1 from tickets later
        where later.user_id = ticket.user_id and later.kind = ticket.kind and later.sequence > ticket.sequence
      ) as superseded
    from tickets ticket join users using (user_id)
    where ticket.kind = ${kind} and ticket.secret_hash = ${hashSecret(secret)}
    for update of ticket`;
  return ticket;
}
