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

const mayBe = sql`
  s.stage = 'invited'
  and exists (select 1 from tenants t where t.id = s.tenant_id and t.suspended_at is null and t.reminders)`;
const isDue = sql`
  i.sent_at is not null and i.opened_at is null and i.expires_at > now() and i.reminders < ${due}`;

/** Whether anybody is to be reminded. Each seat on the way is asked for its letter, as in `db/expiry`. */
export async function hasDueReminders(tx: PlatformTx): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from seats s
    cross join lateral (
      select * from invitations i
      where i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null limit 1
    ) i
    where ${mayBe} and ${isDue} limit 1`);
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
      select i.id, ${due} as number
      from seats s join invitations i on i.tenant_id = s.tenant_id and i.seat_id = s.id and i.revoked_at is null
      where ${mayBe} and ${isDue}
      order by i.id limit ${limit} for update of s, i skip locked
    )
    update invitations set reminders = claimed.number from claimed where invitations.id = claimed.id
    returning invitations.id as "invitationId", tenant_id as "tenantId", seat_id as "seatId",
      case claimed.number when 1 then ${first}::int else ${second}::int end as day`);
  return [...rows];
}
