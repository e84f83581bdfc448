import { and, eq, isNull, sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { uuidArray } from "./rows";
import { invitations, seats } from "./schema/seats";
import { tenants } from "./schema/tenants";
import { users } from "./schema/users";

export type Invitation = typeof invitations.$inferSelect;

/** An invitation together with the seat, the tenant and the user it concerns. */
export type InvitationFile = {
  invitation: Invitation;
  seat: typeof seats.$inferSelect;
  tenant: typeof tenants.$inferSelect;
  user: typeof users.$inferSelect | null;
};

export type NewInvitation = {
  id: string;
  tenantId: string;
  seatId: string;
  tokenHash: string;
  inviterName: string | null;
  expiresAt: Date;
};

/** Adds invitations, each a new chance for an address that was undeliverable. The database allows one live for a seat. */
export async function insertInvitations(tx: TenantTx | PlatformTx, rows: NewInvitation[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql.execute(sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, inviter_name, expires_at)
    select r.id, r."tenantId", r."seatId", r."tokenHash", r."inviterName", r."expiresAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
      id uuid, "tenantId" uuid, "seatId" uuid, "tokenHash" text, "inviterName" text, "expiresAt" timestamptz)`);
  await tx.sql
    .update(seats)
    .set({ undeliverable: false })
    .where(
      and(
        sql`${seats.id} = any(${uuidArray(rows.map(({ seatId }) => seatId))})`,
        eq(seats.undeliverable, true),
      ),
    );
}

/** Voids the live invitations of seats. */
export async function revokeInvitations(tx: TenantTx | PlatformTx, seatIds: string[]): Promise<void> {
  if (seatIds.length === 0) return;
  await tx.sql
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(sql`${invitations.seatId} = any(${uuidArray(seatIds)})`, isNull(invitations.revokedAt)));
}

/** Whether a letter for the seat waits to be sent: a second press is not a second wish. */
export async function isLetterWaiting(tx: TenantTx, seatId: string): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tx.scope.tenantId),
        eq(invitations.seatId, seatId),
        isNull(invitations.revokedAt),
        isNull(invitations.sentAt),
        isNull(invitations.refusedAt),
      ),
    );
  return rows.length > 0;
}

/** The live invitations of one tenant whose letters have not gone out. */
export async function listUnsent(tx: PlatformTx, tenantId: string): Promise<string[]> {
  const rows = await tx.sql
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.tenantId, tenantId),
        isNull(invitations.revokedAt),
        isNull(invitations.sentAt),
        isNull(invitations.refusedAt),
      ),
    );
  return rows.map(({ id }) => id);
}

function files(tx: PlatformTx) {
  return tx.sql
    .select({ invitation: invitations, seat: seats, tenant: tenants, user: users })
    .from(invitations)
    .innerJoin(seats, and(eq(seats.tenantId, invitations.tenantId), eq(seats.id, invitations.seatId)))
    .innerJoin(tenants, eq(tenants.id, invitations.tenantId))
    .leftJoin(users, eq(users.id, seats.userId));
}

export async function findInvitationByHash(
  tx: PlatformTx,
  tokenHash: string,
): Promise<InvitationFile | null> {
  const rows = await files(tx).where(eq(invitations.tokenHash, tokenHash));
  return rows[0] ?? null;
}

export async function readInvitation(tx: PlatformTx, id: string): Promise<InvitationFile | null> {
  const rows = await files(tx).where(eq(invitations.id, id));
  return rows[0] ?? null;
}

/** Remembers that the mail server took the letter, with one audit row; false when that was known already. */
export async function markSent(tx: PlatformTx, id: string, serverSaid: string): Promise<boolean> {
  const marked = await tx.sql
    .update(invitations)
    .set({ sentAt: sql`now()`, serverSaid, refusedAt: null })
    .where(and(eq(invitations.id, id), isNull(invitations.sentAt)))
    .returning({ tenantId: invitations.tenantId, subject: invitations.seatId });
  await recordAudit(
    tx,
    marked.map((letter) => ({ ...letter, verb: "invitation.sent", facts: { serverSaid } })),
  );
  return marked.length === 1;
}

/** Remembers that the mail server refused the letter for good, with one audit row: the seat is undeliverable. */
export async function markRefused(tx: PlatformTx, invitation: Invitation, serverSaid: string): Promise<void> {
  // The seat before its letter, in the order in which a release takes them.
  await tx.sql
    .select({ id: seats.id })
    .from(seats)
    .where(eq(seats.id, invitation.seatId))
    .for("no key update");
  const marked = await tx.sql
    .update(invitations)
    .set({ refusedAt: sql`now()`, serverSaid })
    .where(and(eq(invitations.id, invitation.id), isNull(invitations.refusedAt), isNull(invitations.sentAt)))
    .returning({ revokedAt: invitations.revokedAt });
  const letter = marked[0];
  if (letter === undefined) return;
  const { tenantId, seatId } = invitation;
  if (letter.revokedAt === null)
    await tx.sql.update(seats).set({ undeliverable: true }).where(eq(seats.id, seatId));
  await recordAudit(tx, [{ tenantId, verb: "invitation.refused", subject: seatId, facts: { serverSaid } }]);
}

/** Remembers what the mail server said while the letter still waits. */
export async function noteDeferred(tx: PlatformTx, id: string, serverSaid: string): Promise<void> {
  await tx.sql
    .update(invitations)
    .set({ serverSaid })
    .where(and(eq(invitations.id, id), isNull(invitations.sentAt)));
}

/**
 * A press of the letter's button pushes the expiry past the ticket's own life; the first one opens the letter, with one
 * audit row, however many are made at the same moment.
 * @returns false, with nothing changed, when the invitation was voided meanwhile
 */
export async function markOpened(
  tx: PlatformTx,
  { id, tenantId, seatId }: Invitation,
  notBefore: Date,
): Promise<boolean> {
  const held = await tx.sql
    .update(invitations)
    .set({ expiresAt: sql`greatest(${invitations.expiresAt}, ${notBefore.toISOString()}::timestamptz)` })
    .where(and(eq(invitations.id, id), isNull(invitations.revokedAt)))
    .returning({ id: invitations.id });
  if (held.length === 0) return false;
  const opened = await tx.sql
    .update(invitations)
    .set({ openedAt: sql`now()` })
    .where(and(eq(invitations.id, id), isNull(invitations.openedAt)))
    .returning({ id: invitations.id });
  await recordAudit(
    tx,
    opened.map(() => ({ tenantId, verb: "invitation.opened", subject: seatId })),
  );
  return true;
}
