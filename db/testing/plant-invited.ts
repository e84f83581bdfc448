import { createHash, randomUUID } from "node:crypto";
import type postgres from "postgres";

export type PlantedGuest = {
  email: string;
  userId: string;
  seatId: string;
  invitationId: string;
  token: string;
};

/** How long ago the letter was accepted, and how many days its link holds from then on. */
type Age = { daysAgo?: number; days?: number; stage?: string };

/**
 * Somebody whose letter went out, as the walk leaves them there.
 * @param makeToken the portal's own rule for the token of an invitation
 */
export async function plantInvited(
  sql: postgres.Sql,
  tenantId: string,
  makeToken: (invitationId: string) => string,
  { daysAgo = 0, days = 7, stage = "invited" }: Age = {},
): Promise<PlantedGuest> {
  const email = `guest-${randomUUID().slice(0, 8)}@acme.example`;
  const [userId, seatId, invitationId] = [randomUUID(), randomUUID(), randomUUID()];
  const token = makeToken(invitationId);
  const tokenHash = createHash("sha256").update(token).digest("hex");
  await sql.begin(async (tx) => {
    await tx`
      insert into users (id, mailbox, auth0_user_id, created_by_us, auth0_state)
      values (${userId}, ${email}, ${`auth0|${userId}`}, true, 'open')`;
    await tx`
      insert into seats (id, tenant_id, email, email_key, name, name_key, role, stage, user_id, imported_at, invited_at)
      values (${seatId}, ${tenantId}, ${email}, ${email}, 'Gus Guest', 'gus guest', 'viewer', ${stage}, ${userId},
        now() - make_interval(days => ${daysAgo}), now() - make_interval(days => ${daysAgo}))`;
    await tx`
      update tenants set seats_held = seats_held + 1, seats_active = seats_active + ${stage === "active" ? 1 : 0}
      where id = ${tenantId}`;
    await tx`
      insert into invitations (id, tenant_id, seat_id, token_hash, inviter_name, created_at, sent_at, expires_at)
      values (${invitationId}, ${tenantId}, ${seatId}, ${tokenHash}, 'Ada Admin',
        now() - make_interval(days => ${daysAgo}), now() - make_interval(days => ${daysAgo}),
        now() + make_interval(days => ${days - daysAgo}))`;
  });
  return { email, userId, seatId, invitationId, token };
}

/** Moves the clock for one invitation: everything about it happened so many days earlier. */
export async function ageInvitation(sql: postgres.Sql, invitationId: string, days: number): Promise<void> {
  await sql`
    update invitations set created_at = created_at - make_interval(days => ${days}),
      sent_at = sent_at - make_interval(days => ${days}), expires_at = expires_at - make_interval(days => ${days}),
      asked_at = asked_at - make_interval(days => ${days})
    where id = ${invitationId}`;
}
