import type postgres from "postgres";

type Tenancy = { role: "tenant" | "platform" | null; tenant?: string };

/**
 * Runs raw SQL in a transaction of the app's login after entering a role, the way the portal's own transactions do.
 * Always rolls back, so that one attempt leaves nothing to the next.
 */
export async function asRole<Value>(
  app: postgres.Sql,
  { role, tenant }: Tenancy,
  work: (tx: postgres.TransactionSql) => Promise<Value>,
): Promise<Value> {
  const undo = new Undo<Value>();
  try {
    await app.begin(async (tx) => {
      if (role !== null) await tx`select set_config('role', ${role}, true)`;
      if (tenant !== undefined) await tx`select set_config('app.tenant', ${tenant}, true)`;
      undo.answer = { value: await work(tx) };
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  if (undo.answer === undefined) throw new Error("the transaction ended without an answer");
  return undo.answer.value;
}

class Undo<Value> extends Error {
  answer: { value: Value } | undefined;
}
