import { AsyncLocalStorage } from "node:async_hooks";
import { keyedHash } from "./keyed-hash";

/** What is known of the web request that is being answered. */
export type RequestContext = {
  /** Names the request in log lines, in its answer's headers and on the page that a person sees. */
  readonly id: string;
  /** Where it came from, as far as the proxies that we trust can tell. */
  readonly address: string;
  /** The path and query that were asked for, before the router rewrote anything. */
  readonly asked: string;
  /** Whose rows it is about, once somebody has been let in. */
  tenantId?: string;
  /** Who asks, once known: the same word for the same person, and nobody's name. */
  actor?: string;
};

// Next.js evaluates modules once for each bundle; they must all look into the same place.
const storage: AsyncLocalStorage<RequestContext> = (() => {
  const scope: typeof globalThis & { analystickRequest?: AsyncLocalStorage<RequestContext> } = globalThis;
  scope.analystickRequest ??= new AsyncLocalStorage();
  return scope.analystickRequest;
})();

/** The request that is being answered; undefined outside of one, such as in the worker. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Makes a request the current one for everything that the running callback starts from here on. */
export function enterRequest(context: RequestContext): void {
  storage.enterWith(context);
}

/** Remembers for the log who asks and about whom. */
export function noteCaller({ userId, tenantId }: { userId?: string; tenantId?: string }): void {
  const context = storage.getStore();
  if (context === undefined) return;
  if (tenantId !== undefined) context.tenantId = tenantId;
  if (userId !== undefined) context.actor = keyedHash("actor", userId).slice(0, 16);
}
