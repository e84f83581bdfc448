import { sql } from "drizzle-orm";
import { connect, type Transaction } from "./connect";
import type { PlatformScope } from "./scope";

/** A transaction that sees every tenant's rows. */
export type PlatformTx = { readonly sql: Transaction; readonly scope: PlatformScope };

/** Runs `work` in one transaction as the role `platform`. Throws what `work` throws, after rolling back. */
export function inPlatform<Value>(
  scope: PlatformScope,
  work: (tx: PlatformTx) => Promise<Value>,
): Promise<Value> {
  return connect().transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'platform', true)`);
    return work({ sql: tx, scope });
  });
}
