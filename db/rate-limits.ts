import { lt, type SQL, sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import { rateLimits } from "./schema/machinery";

/** How often something may be done: so often at once, and so often a minute from then on. */
export type Rate = { burst: number; perMinute: number };

const filled = ({ burst, perMinute }: Rate): SQL => sql`least(${burst}::float8,
  r.tokens + ${perMinute}::float8 / 60 * greatest(0, extract(epoch from now() - r.refilled_at)))`;

/**
 * Takes one turn from a bucket that all web processes share, in one statement. A refusal costs nothing.
 * @param key whose bucket it is
 * @returns 0 when the turn was granted, else how many milliseconds until the next one is there
 */
export async function takeToken(tx: MachineryTx, key: string, rate: Rate): Promise<number> {
  const level = filled(rate);
  const rows = await tx.sql.execute<{ tokens: number; granted: boolean }>(sql`
    insert into rate_limits as r (key, tokens, granted) values (${key}, ${rate.burst - 1}, true)
    on conflict (key) do update set
      tokens = ${level} - case when ${level} >= 1 then 1 else 0 end,
      granted = ${level} >= 1,
      refilled_at = greatest(now(), r.refilled_at)
    returning tokens, granted`);
  const row = rows[0];
  return row === undefined || row.granted ? 0 : waitFor(row.tokens, rate);
}

/** How many milliseconds until a turn is there, without taking one. A bucket that nobody has used is full. */
export async function awaitToken(tx: MachineryTx, key: string, rate: Rate): Promise<number> {
  const rows = await tx.sql.execute<{ tokens: number }>(
    sql`select ${filled(rate)} as tokens from rate_limits r where key = ${key}`,
  );
  return waitFor(rows[0]?.tokens ?? rate.burst, rate);
}

/** Deletes buckets that nobody has touched for an hour: they are full, so forgetting them changes nothing. */
export async function deleteFullBuckets(tx: MachineryTx): Promise<void> {
  await tx.sql.delete(rateLimits).where(lt(rateLimits.refilledAt, sql`now() - interval '1 hour'`));
}

function waitFor(tokens: number, { perMinute }: Rate): number {
  return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perMinute) * 60_000);
}
