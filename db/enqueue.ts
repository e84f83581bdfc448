import { sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import type { JobName, JobPayload } from "./jobs";

type Options = {
  /** A waiting job with the same key is replaced, so that a wish is written once. */
  key: string;
  /** Not before this moment. */
  runAt?: Date;
  /** Jobs of one queue run one after the other. */
  queue?: string | null;
  /** How often this wish has been tried in vain; the worker waits longer each time. */
  tries?: number;
  /**
   * The id of the job that asks to be run again under its key. Nothing is written if a newer wish was written under
   * that key since the job was taken: it says the same, and is not to be put off.
   */
  after?: string;
};

/**
 * Writes the wish for a job in the transaction of the fact that causes it: both happen or neither does.
 * In a tenant's transaction the database adds that tenant's id to the payload itself.
 */
export async function enqueue<Name extends JobName>(
  tx: TenantTx | PlatformTx,
  name: Name,
  payload: JobPayload<Name>,
  options: Options,
): Promise<void> {
  await tx.sql.execute(
    sql`select jobs.enqueue(${name}, ${JSON.stringify({ ...payload, tries: options.tries })}::jsonb, ${options.key},
      ${options.runAt?.toISOString() ?? null}::timestamptz, ${options.queue ?? null}, ${options.after ?? null}::bigint)`,
  );
}

/** Writes many wishes for one kind of job in one statement, each under its own key. */
export async function enqueueAll<Name extends JobName>(
  tx: TenantTx | PlatformTx,
  name: Name,
  wishes: readonly { payload: JobPayload<Name>; key: string }[],
): Promise<void> {
  if (wishes.length === 0) return;
  await tx.sql.execute(sql`
    select count(jobs.enqueue(${name}, r.payload, r.key)::text)
    from jsonb_to_recordset(${JSON.stringify(wishes)}::jsonb) as r(payload jsonb, key text)`);
}
