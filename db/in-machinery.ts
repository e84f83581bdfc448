import { sql } from "drizzle-orm";
import type { Transaction } from "./connect";
import { transact } from "./transact";

/** A transaction for what belongs to no tenant: sessions, call budgets, worker heartbeats. Tenant queries refuse it. */
export type MachineryTx = { readonly sql: Transaction };

/** Runs `work` in one transaction as the role `platform`, without a scope. Throws what `work` throws. */
export function inMachinery<Value>(work: (tx: MachineryTx) => Promise<Value>): Promise<Value> {
  return transact(sql`select set_config('role', 'platform', true)`, (tx) => work({ sql: tx }));
}
