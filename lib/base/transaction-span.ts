import { AsyncLocalStorage } from "node:async_hooks";

// Next.js evaluates modules once for each bundle; they must all look into the same place.
const span: AsyncLocalStorage<true> = (() => {
  const scope: typeof globalThis & { analystickTransaction?: AsyncLocalStorage<true> } = globalThis;
  scope.analystickTransaction ??= new AsyncLocalStorage();
  return scope.analystickTransaction;
})();

/** Runs the work of an open transaction, so that whatever it starts can know. */
export function spanTransaction<Value>(work: () => Promise<Value>): Promise<Value> {
  return span.run(true, work);
}

/**
 * The world outside is never touched while a transaction is open: it would hold locks for as long as somebody else's
 * server takes, and a rollback could not take the call back.
 * @param what the touch, for the message
 * @throws always within `spanTransaction`: that is a bug of ours
 */
export function refuseInTransaction(what: string): void {
  if (span.getStore()) throw new Error(`${what} while a transaction is open`);
}
