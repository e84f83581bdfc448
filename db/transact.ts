import { DrizzleQueryError, type SQL } from "drizzle-orm";
import { spanTransaction } from "@/lib/base/transaction-span";
import { connect, type Transaction } from "./connect";

/**
 * Runs `work` in one transaction after `entry`, which enters a role. A failed query throws PostgreSQL's own error:
 * Drizzle's carries every parameter in its message, and with them people's data into logs.
 */
export async function transact<Value>(entry: SQL, work: (tx: Transaction) => Promise<Value>): Promise<Value> {
  try {
    return await connect().transaction(async (tx) => {
      await tx.execute(entry);
      return spanTransaction(() => work(tx));
    });
  } catch (error) {
    if (error instanceof DrizzleQueryError && error.cause !== undefined) throw error.cause;
    throw error;
  }
}
