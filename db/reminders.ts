import { sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";

/** Days after the mail server took the letter. */
export const REMINDER_DAYS = [3, 5] as const;

export type DueReminder = { invitationId: string; tenantId: string; seatId: string; day: number };

const [first, second] = REMINDER_DAYS;
const reached = (days: number) =>
  sql`(i.sent_at + make_interval(days => ${days}) <= now() and i.sent_at + make_interval(days => ${days}) < i.expires_at)`;
// How many reminders an invitation should have had by now: 0, 1 or 2.
const due = sql`${reached(first)}::int + ${reached(second)}::int`;

const waiting = sql`
  seats s
  join invitations i on i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null
  join tenants t on t.id = s.tenant_id and t.suspended_at is null and t.reminders
  where s.stage = 'invited' and i.sent_at is not null and i.opened_at is null and i.expires_at > now()
    and i.reminders < ${due}`;

/** Whether anybody is to be reminded. */
export async function hasDueReminders(tx: PlatformTx): Promise<boolean> {
  const rows = await tx.sql.execute(sql`select 1 from ${waiting} limit 1`);
  return rows.length > 0;
}

/**
 * Claims reminders whose day has come, each once: of invitations that are live, unopened and not at their end. When
 * both days have passed, only the later one is claimed. The caller writes the letters in the same transaction.
 */
export async function claimReminders(tx: PlatformTx, limit: number): Promise<DueReminder[]> {
  // The seat before its letter, in the order in which a release takes them.
  const rows = await tx.sql.execute<DueReminder>(sql`
    with claimed as (
      select i.id, ${due} as number from ${waiting}
      order by i.id limit ${limit} for update of s, i skip locked
    )
    update invitations set reminders = claimed.number from claimed where invitations.id = claimed.id
    returning invitations.id as "invitationId", tenant_id as "tenantId", seat_id as "seatId",
      case claimed.number when 1 then ${first}::int else ${second}::int end as day`);
  return [...rows];
}
