import { and, asc, desc, eq, isNull, lt, or, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { seats } from "./schema/seats";
import { tenants } from "./schema/tenants";
import { identities, sessions, staff, users } from "./schema/users";
import type { ReleaseReason, Role, Stage } from "./seats";

/** The user behind a session, as the database knows them at this moment. */
export type SignedIn = {
  userId: string;
  mailbox: string;
  provedAt: Date | null;
  passwordReplacedAt: Date | null;
  isStaff: boolean;
  authenticatedAt: Date | null;
  sessionCreatedAt: Date;
  sessionLastSeenAt: Date;
  /** No page was seen under this session yet. */
  isNewSession: boolean;
};

/** Who holds a session: found by issuer, subject and connection, never by address. */
export async function findSignedIn(
  tx: PlatformTx,
  sessionId: string,
  connection: string,
): Promise<SignedIn | null> {
  const rows = await tx.sql
    .select({
      userId: users.id,
      mailbox: users.mailbox,
      provedAt: users.provedAt,
      passwordReplacedAt: users.passwordReplacedAt,
      staffId: staff.userId,
      authenticatedAt: sessions.authenticatedAt,
      sessionCreatedAt: sessions.createdAt,
      sessionLastSeenAt: sessions.lastSeenAt,
      isNewSession: sql<boolean>`${sessions.userAgent} is null`,
    })
    .from(sessions)
    .innerJoin(
      identities,
      and(
        eq(identities.iss, sessions.iss),
        eq(identities.sub, sessions.sub),
        eq(identities.connection, connection),
      ),
    )
    .innerJoin(users, eq(users.id, identities.userId))
    .leftJoin(staff, and(eq(staff.userId, users.id), isNull(staff.removedAt)))
    .where(eq(sessions.id, sessionId));
  const row = rows[0];
  if (row === undefined) return null;
  const { staffId, ...rest } = row;
  return { ...rest, isStaff: staffId !== null };
}

/** A seat as its holder's sign-in sees it. */
export type OwnSeat = {
  seatId: string;
  tenantId: string;
  slug: string;
  tenantName: string;
  suspended: boolean;
  name: string;
  role: Role;
  stage: Stage;
  releaseReason: ReleaseReason | null;
  lastSignedInAt: Date | null;
};

const seatColumns = {
  seatId: seats.id,
  tenantId: tenants.id,
  slug: tenants.slug,
  tenantName: tenants.name,
  suspendedAt: tenants.suspendedAt,
  name: seats.name,
  role: seats.role,
  stage: seats.stage,
  releaseReason: seats.releaseReason,
  lastSignedInAt: seats.lastSignedInAt,
};

/** Every seat a user holds or held, newest first within a tenant; at most 500. */
export async function listOwnSeats(tx: PlatformTx, userId: string): Promise<OwnSeat[]> {
  const rows = await tx.sql
    .select(seatColumns)
    .from(seats)
    .innerJoin(tenants, eq(tenants.id, seats.tenantId))
    .where(eq(seats.userId, userId))
    .orderBy(asc(tenants.name), desc(seats.reservedAt))
    .limit(500);
  return rows.map(({ suspendedAt, ...rest }) => ({ ...rest, suspended: suspendedAt !== null }));
}

/** Notes that a session which began at that moment opened the seat's tenant. */
export async function noteSignIn(tx: PlatformTx, seatId: string, at: Date): Promise<void> {
  await tx.sql
    .update(seats)
    .set({ lastSignedInAt: at })
    .where(and(eq(seats.id, seatId), or(isNull(seats.lastSignedInAt), lt(seats.lastSignedInAt, at))));
}

/** The person behind an active seat of a tenant that is open. */
export async function findActiveSeat(
  tx: PlatformTx,
  { tenantId, seatId }: { tenantId: string; seatId: string },
) {
  const rows = await tx.sql
    .select({
      userId: users.id,
      mailbox: users.mailbox,
      name: seats.name,
      role: seats.role,
      slug: tenants.slug,
      tenantName: tenants.name,
    })
    .from(seats)
    .innerJoin(tenants, eq(tenants.id, seats.tenantId))
    .innerJoin(users, eq(users.id, seats.userId))
    .where(
      and(
        eq(seats.tenantId, tenantId),
        eq(seats.id, seatId),
        eq(seats.stage, "active"),
        isNull(tenants.suspendedAt),
      ),
    );
  return rows[0] ?? null;
}
