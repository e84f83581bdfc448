import { sql } from "drizzle-orm";
import type { MachineryTx } from "./in-machinery";
import { onlyRow } from "./rows";

/** A token bucket: how many calls at once, how many a second, and how many are kept back for urgent callers. */
export type Bucket = { name: string; burst: number; perSecond: number; reserve: number };

/**
 * Takes one call from a bucket that all processes share, in one statement. Patient callers leave the reserve alone,
 * but not for ever: once they have been refused for as long as two calls take, the next call is theirs. So they get
 * one of three, however many people wait.
 * @param urgent a person is waiting: may use the reserve as well
 * @returns 0 when the call may go ahead, else how many milliseconds until one is likely to be free
 */
export async function takeCall(tx: MachineryTx, bucket: Bucket, urgent: boolean): Promise<number> {
  const { name, burst, perSecond, reserve } = bucket;
  await tx.sql.execute(sql`
    insert into auth0_budget (name, tokens) values (${name}, ${burst})
    on conflict (name) do nothing`);
  const [yielding, keeping] = urgent ? [2, 1] : [1, 1 + reserve];
  const rows = await tx.sql.execute<{ had: number; floor: number; turnMs: number }>(sql`
    with refilled as (
      select least(${burst}::float8,
          tokens + ${perSecond}::float8 * extract(epoch from clock_timestamp() - refilled_at)) as tokens,
        ${2 / perSecond}::float8 - coalesce(extract(epoch from clock_timestamp() - patient_since), 0) as turn
      from auth0_budget where name = ${name} for update
    ), judged as (
      select tokens, turn, case when turn <= 0 then ${yielding}::float8 else ${keeping}::float8 end as floor from refilled
    )
    update auth0_budget set
      tokens = judged.tokens - case when judged.tokens >= judged.floor then 1 else 0 end,
      refilled_at = clock_timestamp(),
      patient_since = case when ${urgent}::boolean then patient_since
        when judged.tokens >= judged.floor then null else coalesce(patient_since, clock_timestamp()) end
    from judged where auth0_budget.name = ${name}
    returning judged.tokens as had, judged.floor as floor, 1000 * judged.turn::float8 as "turnMs"`);
  const { had, floor, turnMs } = onlyRow(rows);
  if (had >= floor) return 0;
  const refillMs = (tokens: number) => ((tokens - had) / perSecond) * 1_000;
  return Math.ceil(urgent ? refillMs(floor) : Math.min(refillMs(floor), Math.max(refillMs(1), turnMs)));
}

/** Auth0 said 429 although our count allowed the call: start the bucket from empty. */
export async function drainBucket(tx: MachineryTx, name: string): Promise<void> {
  await tx.sql.execute(
    sql`update auth0_budget set tokens = 0, refilled_at = clock_timestamp() where name = ${name}`,
  );
}
