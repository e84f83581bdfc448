import { sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";

/** A token bucket: how many calls at once, how many a second, and how many are kept back for urgent callers. */
export type Bucket = { name: string; burst: number; perSecond: number; reserve: number };

/**
 * Takes one call from a bucket that all processes share, in one statement.
 * @param urgent a person is waiting: may use the reserve as well
 * @returns 0 when the call may go ahead, else how many milliseconds until one is likely to be free
 */
export async function takeCall(tx: MachineryTx, bucket: Bucket, urgent: boolean): Promise<number> {
  const floor = urgent ? 1 : 1 + bucket.reserve;
  await tx.sql.execute(sql`
    insert into auth0_budget (name, tokens) values (${bucket.name}, ${bucket.burst})
    on conflict (name) do nothing`);
  const rows = await tx.sql.execute<{ tokens: number }>(sql`
    with refilled as (
      select least(${bucket.burst}::float8,
        tokens + ${bucket.perSecond}::float8 * extract(epoch from clock_timestamp() - refilled_at)) as tokens
      from auth0_budget where name = ${bucket.name} for update
    )
    update auth0_budget set
      tokens = refilled.tokens - case when refilled.tokens >= ${floor}::float8 then 1 else 0 end,
      refilled_at = clock_timestamp()
    from refilled where auth0_budget.name = ${bucket.name}
    returning refilled.tokens as tokens`);
  const had = rows[0]?.tokens ?? 0;
  return had >= floor ? 0 : Math.ceil(((floor - had) / bucket.perSecond) * 1_000);
}

/** Auth0 said 429 although our count allowed the call: start the bucket from empty. */
export async function drainBucket(tx: MachineryTx, name: string): Promise<void> {
  await tx.sql.execute(
    sql`update auth0_budget set tokens = 0, refilled_at = clock_timestamp() where name = ${name}`,
  );
}
