import { sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import type { PlatformTx } from "./in-platform";

/** So many letters go to one mailbox within 24 hours, over all tenants and kinds. */
export const DAILY_LETTERS = 5;

/**
 * Takes a place among the day's letters to a user's mailbox, just before the letter is handed to the mail server. The
 * same letter again keeps one place, which counts from its last attempt.
 * @returns 0 when the letter may go, else how many milliseconds until there is a place
 */
export async function takeMailSlot(
  tx: PlatformTx,
  { userId, letterId }: { userId: string; letterId: string },
): Promise<number> {
  await tx.sql.execute(sql`select 1 from users where id = ${userId}::uuid for no key update`);
  const full = await tx.sql.execute<{ waitMs: number }>(sql`
    select ceil(extract(epoch from taken_at + interval '1 day' - clock_timestamp()) * 1000)::float8 as "waitMs"
    from mail_slots
    where user_id = ${userId}::uuid and letter_id <> ${letterId}::uuid
      and taken_at > clock_timestamp() - interval '1 day'
    order by taken_at desc offset ${DAILY_LETTERS - 1} limit 1`);
  const row = full[0];
  if (row !== undefined) return Math.max(row.waitMs, 1);
  await tx.sql.execute(sql`
    insert into mail_slots (letter_id, user_id, taken_at) values (${letterId}::uuid, ${userId}::uuid, clock_timestamp())
    on conflict (letter_id) do update set taken_at = excluded.taken_at`);
  return 0;
}

/** Forgets places that count no more. */
export async function deleteStaleSlots(tx: MachineryTx): Promise<void> {
  await tx.sql.execute(sql`delete from mail_slots where taken_at < now() - interval '2 days'`);
}
