import { sql } from "drizzle-orm";
import { recordAudit } from "./audit";
import type { PlatformTx } from "./in-platform";

/**
 * A seat that was taken back or restored, and whose sign-in at Auth0 has not been brought in line since. One that was
 * restored and put back to the start, because Auth0 has lost its holder, has nothing left to be brought in line.
 */
export type Closing = {
  seatId: string;
  tenantId: string;
  isReleased: boolean;
  /** The tenant was told that the sessions are settled, and that Auth0 has to be waited for. */
  sessionsSettled: boolean;
  isWaiting: boolean;
};

/** What the tenants of a user still wait to be told of. The same is written down whatever other tenants there are. */
export async function listClosings(tx: PlatformTx, userId: string): Promise<Closing[]> {
  const since = (verb: string) => sql`exists (
    select 1 from audit b where b.tenant_id = s.tenant_id and b.subject = s.id and b.verb = ${verb} and b.id > last.id)`;
  return [
    ...(await tx.sql.execute<Closing>(sql`
      select s.id as "seatId", s.tenant_id as "tenantId", s.stage = 'released' as "isReleased",
        ${since("seat.sessions-settled")} as "sessionsSettled", ${since("seat.sign-in-waits")} as "isWaiting"
      from seats s cross join lateral (
        select a.id from audit a where a.tenant_id = s.tenant_id and a.subject = s.id
          and a.verb in ('seat.released', 'seat.restored') order by a.id desc limit 1) last
      where s.user_id = ${userId}::uuid and not ${since("seat.sign-in-settled")} and not ${since("seat.reserved")}`)),
  ];
}

/** Tells the tenants that none of the person's sessions opens them any more. */
export async function noteSessionsSettled(tx: PlatformTx, closings: readonly Closing[]): Promise<void> {
  const news = closings.filter(({ isReleased, sessionsSettled }) => isReleased && !sessionsSettled);
  await recordAudit(
    tx,
    news.map(({ tenantId, seatId }) => ({ tenantId, verb: "seat.sessions-settled", subject: seatId })),
  );
}

/** Tells the tenants, once, that Auth0 could not be reached yet. */
export async function noteSignInWaits(tx: PlatformTx, closings: readonly Closing[]): Promise<void> {
  const news = closings.filter(({ isWaiting }) => !isWaiting);
  await recordAudit(
    tx,
    news.map(({ tenantId, seatId }) => ({ tenantId, verb: "seat.sign-in-waits", subject: seatId })),
  );
}

/** Tells the tenants that Auth0 is in line with the seats. */
export async function noteSignInSettled(tx: PlatformTx, closings: readonly Closing[]): Promise<void> {
  await recordAudit(
    tx,
    closings.map(({ tenantId, seatId, isReleased }) => ({
      tenantId,
      verb: "seat.sign-in-settled",
      subject: seatId,
      facts: { to: isReleased ? "shut" : "open" },
    })),
  );
}
