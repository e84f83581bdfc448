import { sql } from "drizzle-orm";
import { connect, type Transaction } from "./connect";

/** A transaction for what belongs to no tenant: sessions, call budgets, worker heartbeats. Tenant queries refuse it. */
export type MachineryTx = { readonly sql: Transaction };

/** Runs `work` in one transaction as the role `platform`, without a scope. Throws what `work` throws. */
export function inMachinery<Value>(work: (tx: MachineryTx) => Promise<Value>): Promise<Value> {
  return connect().transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'platform', true)`);
    return work({ sql: tx });
  });
}
