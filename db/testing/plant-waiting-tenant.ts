import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { Role } from "../seats";

export type WaitingTenant = { id: string; slug: string; name: string };
export type Newcomer = { userId: string; seatId: string; mailbox: string };

/** A tenant as staff have just sold it: nobody has come in yet. */
export async function plantWaitingTenant(sql: postgres.Sql, name = "Fresh"): Promise<WaitingTenant> {
  const [id, slug] = [randomUUID(), `${name.toLowerCase()}-${randomUUID().slice(0, 8)}`];
  await sql`insert into tenants (id, slug, name, seats_purchased) values (${id}, ${slug}, ${name}, 20)`;
  return { id, slug, name };
}

/** Somebody who has walked all the letter's steps, and signs in for the first time next. */
export async function plantNewcomer(sql: postgres.Sql, tenantId: string, role: Role): Promise<Newcomer> {
  const [userId, seatId] = [randomUUID(), randomUUID()];
  const mailbox = `newcomer-${userId.slice(0, 8)}@fresh.example`;
  await sql.begin(async (tx) => {
    await tx`
      insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state, proved_at)
      values (${userId}, ${mailbox}, ${`auth0|${userId}`}, true, 'open', now())`;
    await tx`
      insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id)
      values (${seatId}, ${tenantId}, ${mailbox}, ${mailbox}, 'Nora New', 'nora new', ${role}, 'verified', ${userId})`;
    await tx`update tenants set seats_held = seats_held + 1 where id = ${tenantId}`;
  });
  return { userId, seatId, mailbox };
}
