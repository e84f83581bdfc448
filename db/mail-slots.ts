import { sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import type { PlatformTx } from "./in-platform";

/** So many letters go from one tenant to one mailbox within 24 hours, and so many notices beside them. */
export const DAILY_LETTERS = 5;
/** So many go there from all tenants together, so that nobody's mailbox can be flooded through us. */
export const DAILY_LETTERS_OF_ALL = 15;

export type MailSlot = {
  letterId: string;
  tenantId: string;
  /** Whose mailbox it goes to. */
  userId: string;
  /** A notice to an admin, which never takes the place of an invitation or its reminder. */
  isNotice: boolean;
};

/**
 * Takes a place among the day's letters to a user's mailbox, just before the letter is handed to the mail server. The
 * same letter again keeps one place, which counts from its last attempt.
 * @returns 0 when the letter may go, else how many milliseconds until there is a place
 */
export async function takeMailSlot(
  tx: PlatformTx,
  { letterId, tenantId, userId, isNotice }: MailSlot,
): Promise<number> {
  await tx.sql.execute(sql`select 1 from users where id = ${userId}::uuid for no key update`);
  const full = await tx.sql.execute<{ waitMs: number }>(sql`
    with taken as (
      select tenant_id, taken_at from mail_slots
      where user_id = ${userId}::uuid and is_notice = ${isNotice} and letter_id <> ${letterId}::uuid
        and taken_at > clock_timestamp() - interval '1 day'),
    full_since as (
      (select taken_at from taken where tenant_id = ${tenantId}::uuid
        order by taken_at desc offset ${DAILY_LETTERS - 1} limit 1)
      union all (select taken_at from taken order by taken_at desc offset ${DAILY_LETTERS_OF_ALL - 1} limit 1))
    select ceil(extract(epoch from max(taken_at) + interval '1 day' - clock_timestamp()) * 1000)::float8 as "waitMs"
    from full_since having count(*) > 0`);
  const row = full[0];
  if (row !== undefined) return Math.max(row.waitMs, 1);
  await tx.sql.execute(sql`
    insert into mail_slots (letter_id, tenant_id, user_id, is_notice, taken_at)
    values (${letterId}::uuid, ${tenantId}::uuid, ${userId}::uuid, ${isNotice}, clock_timestamp())
    on conflict (letter_id) do update set taken_at = excluded.taken_at`);
  return 0;
}

/** Forgets places that count no more. */
export async function deleteStaleSlots(tx: MachineryTx): Promise<void> {
  await tx.sql.execute(sql`delete from mail_slots where taken_at < now() - interval '2 days'`);
}
