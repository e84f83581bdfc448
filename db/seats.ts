import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { type AuditEntry, recordAudit, type TenantAuditVerb } from "./audit";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { nameKey } from "./name-key";
import { onlyRow, textArray, uuidArray } from "./rows";
import { invitations, type releaseReasons, roles, seats, type stages, type states } from "./schema/seats";
import { giveBackSeats } from "./tenants";

export type Seat = typeof seats.$inferSelect;
export type Stage = (typeof stages)[number];
export type Role = (typeof roles)[number];
export type ReleaseReason = (typeof releaseReasons)[number];
export type State = (typeof states)[number];

/** Whether a word from outside is a role. */
export function isRole(word: unknown): word is Role {
  return roles.some((role) => role === word);
}

/** Which of these canonical mailboxes already hold a seat in the scope's tenant, and in which role. */
export async function findHeldMailboxes(tx: TenantTx, emailKeys: string[]): Promise<Map<string, Role>> {
  const rows = await tx.sql
    .select({ emailKey: seats.emailKey, role: seats.role })
    .from(seats)
    .where(and(isNull(seats.releasedAt), sql`${seats.emailKey} = any(${textArray(emailKeys)})`));
  return new Map(rows.map(({ emailKey, role }) => [emailKey, role]));
}

export type NewSeat = {
  id: string;
  email: string;
  emailKey: string;
  name: string;
  role: Role;
};

/** Adds reserved seats; the places must have been taken from the tenant's counter in the same transaction. */
export async function insertSeats(tx: TenantTx, newSeats: NewSeat[]): Promise<void> {
  const { tenantId } = tx.scope;
  const rows = newSeats.map((seat) => ({ ...seat, nameKey: nameKey(seat) }));
  await tx.sql.execute(sql`
    insert into seats (id, tenant_id, email, email_key, name, name_key, role)
    select r.id, ${tenantId}::uuid, r.email, r."emailKey", r.name, r."nameKey", r.role
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(id uuid, email text, "emailKey" text, name text, "nameKey" text, role text)`);
  await recordAudit(
    tx,
    newSeats.map((seat) => ({
      tenantId,
      verb: "seat.reserved",
      subject: seat.id,
      facts: { role: seat.role },
    })),
  );
}

/** Whether a canonical mailbox holds a seat in a tenant. */
export async function holdsSeat(tx: PlatformTx, tenantId: string, emailKey: string): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: seats.id })
    .from(seats)
    .where(and(eq(seats.tenantId, tenantId), eq(seats.emailKey, emailKey), isNull(seats.releasedAt)));
  return rows.length > 0;
}

/** Adds one reserved seat on behalf of Analystick, for the first admin of a tenant. */
export async function insertReservedSeat(
  tx: PlatformTx,
  tenantId: string,
  person: { email: string; emailKey: string; name: string; role: Role },
): Promise<string> {
  const rows = await tx.sql
    .insert(seats)
    .values({ ...person, tenantId, nameKey: nameKey(person) })
    .returning({ id: seats.id });
  const { id } = onlyRow(rows);
  await recordAudit(tx, [{ tenantId, verb: "seat.reserved", subject: id, facts: { role: person.role } }]);
  return id;
}

const stamps = {
  imported: { stage: "imported", importedAt: sql`now()` },
  invited: { stage: "invited", invitedAt: sql`now()` },
  verified: { stage: "verified", verifiedAt: sql`now()` },
  active: { stage: "active", activatedAt: sql`now()` },
} as const;

const verbs: Record<keyof typeof stamps, TenantAuditVerb> = {
  imported: "seat.imported",
  invited: "seat.invited",
  verified: "seat.verified",
  active: "seat.activated",
};

/**
 * Moves seats from an expected stage to the next, with one audit row for each that moved. Seats that are
 * elsewhere by now stay where they are, so running this twice changes nothing.
 * @returns the seats that moved
 */
export async function moveSeats(
  tx: PlatformTx,
  ids: string[],
  from: Stage[],
  to: keyof typeof stamps,
): Promise<Seat[]> {
  if (ids.length === 0) return [];
  const moved = await tx.sql
    .update(seats)
    .set(stamps[to])
    .where(and(sql`${seats.id} = any(${uuidArray(ids)})`, inArray(seats.stage, from)))
    .returning();
  await recordAudit(
    tx,
    moved.map((seat) => ({ tenantId: seat.tenantId, verb: verbs[to], subject: seat.id })),
  );
  return moved;
}

/**
 * Releases one seat of a tenant whose row is already locked: the seat is free again in this transaction, its
 * letters are void, and one audit row says why.
 * @returns the seat as it was before, or null when there is no such unreleased seat
 */
export async function releaseSeat(
  tx: TenantTx | PlatformTx,
  seat: { tenantId: string; seatId: string },
  reason: ReleaseReason,
  facts: NonNullable<AuditEntry["facts"]> = {},
): Promise<Seat | null> {
  const { tenantId, seatId } = seat;
  const before = await tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.tenantId, tenantId), eq(seats.id, seatId), isNull(seats.releasedAt)))
    .for("update");
  const held = before[0];
  if (held === undefined) return null;
  await tx.sql
    .update(seats)
    .set({ stage: "released", releasedAt: sql`now()`, releaseReason: reason })
    .where(and(eq(seats.tenantId, tenantId), eq(seats.id, seatId)));
  await tx.sql
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(invitations.tenantId, tenantId), eq(invitations.seatId, seatId), isNull(invitations.revokedAt)),
    );
  await giveBackSeats(tx, tenantId, { held: 1, active: held.stage === "active" ? 1 : 0 });
  await recordAudit(tx, [
    { tenantId, verb: "seat.released", subject: seatId, facts: { reason, from: held.stage, ...facts } },
  ]);
  return held;
}

/** One seat of the scope's tenant, whatever its stage. */
export async function readSeat(tx: TenantTx, seatId: string): Promise<Seat | null> {
  const rows = await tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.tenantId, tx.scope.tenantId), eq(seats.id, seatId)));
  return rows[0] ?? null;
}

/** One seat of a tenant that the platform names, whatever its stage. */
export async function readSeatOfTenant(
  tx: PlatformTx,
  tenantId: string,
  seatId: string,
): Promise<Seat | null> {
  const rows = await tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.tenantId, tenantId), eq(seats.id, seatId)));
  return rows[0] ?? null;
}

/**
 * Whether the scope's tenant has an active admin beside one seat, looked at inside the tenant's lock wherever one might
 * go. Who was restored counts once Auth0 is known to let them in: it may have lost them meanwhile.
 */
export async function hasOtherAdmin(tx: TenantTx, seatId: string): Promise<boolean> {
  const { tenantId } = tx.scope;
  const rows = await tx.sql.execute(sql`
    select 1 from seats s
    where s.tenant_id = ${tenantId}::uuid and s.role = 'admin' and s.state = 'active' and s.id <> ${seatId}::uuid
      and not exists (
        select 1 from audit r where r.tenant_id = s.tenant_id and r.subject = s.id and r.verb = 'seat.restored'
          and not exists (
            select 1 from audit d where d.tenant_id = s.tenant_id and d.subject = s.id and d.id > r.id
              and d.verb in ('seat.sign-in-settled', 'seat.reserved')))
    limit 1`);
  return rows.length > 0;
}

/** The admin of a tenant who has held a seat the longest, whatever their stage. */
export async function findFirstAdmin(tx: PlatformTx, tenantId: string): Promise<Seat | null> {
  const rows = await tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.tenantId, tenantId), eq(seats.role, "admin"), isNull(seats.releasedAt)))
    .orderBy(asc(seats.reservedAt))
    .limit(1);
  return rows[0] ?? null;
}

/** How many unreleased seats a user holds, over all tenants. */
export async function countSeatsOfUser(tx: PlatformTx, userId: string): Promise<number> {
  const rows = await tx.sql
    .select({ count: sql<number>`count(*)::int` })
    .from(seats)
    .where(and(eq(seats.userId, userId), ne(seats.stage, "released")));
  return onlyRow(rows).count;
}

/** Unreleased seats of a user that stand at a stage. */
export async function listSeatsOfUser(tx: PlatformTx, userId: string, stage: Stage): Promise<Seat[]> {
  return tx.sql
    .select()
    .from(seats)
    .where(and(eq(seats.userId, userId), eq(seats.stage, stage)));
}
