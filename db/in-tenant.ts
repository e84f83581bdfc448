import { sql } from "drizzle-orm";
import type { Transaction } from "./connect";
import type { TenantScope } from "./scope";
import { transact } from "./transact";

/** A transaction that sees one tenant's rows and no others. Having one is the proof of the right. */
export type TenantTx = { readonly sql: Transaction; readonly scope: TenantScope };

/**
 * Runs `work` in one transaction as the role `tenant`, limited by row-level security to the scope's tenant.
 * Throws what `work` throws, after rolling back.
 */
export function inTenant<Value>(scope: TenantScope, work: (tx: TenantTx) => Promise<Value>): Promise<Value> {
  return transact(
    sql`select set_config('role', 'tenant', true), set_config('app.tenant', ${scope.tenantId}, true)`,
    (tx) => work({ sql: tx, scope }),
  );
}
