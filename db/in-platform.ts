import { sql } from "drizzle-orm";
import type { Transaction } from "./connect";
import type { PlatformScope } from "./scope";
import { transact } from "./transact";

/** A transaction that sees every tenant's rows. */
export type PlatformTx = { readonly sql: Transaction; readonly scope: PlatformScope };

/** Runs `work` in one transaction as the role `platform`. Throws what `work` throws, after rolling back. */
export function inPlatform<Value>(
  scope: PlatformScope,
  work: (tx: PlatformTx) => Promise<Value>,
): Promise<Value> {
  return transact(sql`select set_config('role', 'platform', true)`, (tx) => work({ sql: tx, scope }));
}
