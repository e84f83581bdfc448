import { AsyncLocalStorage } from "node:async_hooks";

/** Facts of one log line: identifiers, counts and words from closed sets; never addresses, tokens or secrets. */
export type LogFacts = Record<string, string | number | boolean | null | undefined> & {
  // The line's own words.
  at?: never;
  level?: never;
  event?: never;
};

const context = new AsyncLocalStorage<LogFacts>();

/** Runs `work` so that every line that it logs also carries these facts, such as the job it belongs to. */
export function withLogFacts<Value>(facts: LogFacts, work: () => Value): Value {
  return context.run({ ...context.getStore(), ...facts }, work);
}

/** The facts that hold here. */
export function logFactsHere(): LogFacts {
  return context.getStore() ?? {};
}
