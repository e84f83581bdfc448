import { type LogFacts, logFactsHere } from "./log-context";
import { redact } from "./redact";
import { currentRequest } from "./request-context";

const ranks = { debug: 10, info: 20, warn: 30, error: 40 } as const;
export type LogLevel = keyof typeof ranks;

let threshold: LogLevel = "info";

/** Sets the quietest level that is still written. */
export function setLogLevel(level: LogLevel): void {
  threshold = level;
}

/**
 * Writes one JSON line to stdout. Within a web request it carries that request's id, tenant and actor.
 * @param event a stable word such as `batch.submitted`
 * @param facts what to remember; strings are redacted once more, in case one carries an address or a token
 */
export function log(level: LogLevel, event: string, facts: LogFacts = {}): void {
  if (ranks[level] < ranks[threshold]) return;
  const safe = Object.fromEntries(
    Object.entries({ ...logFactsHere(), ...facts }).map(([name, value]) => [
      name,
      typeof value === "string" ? redact(value) : value,
    ]),
  );
  const at = new Date().toISOString();
  process.stdout.write(`${JSON.stringify({ at, level, event, ...whose(), ...safe })}\n`);
}

function whose(): LogFacts {
  const { id: requestId, tenantId, actor } = currentRequest() ?? {};
  return { requestId, tenantId, actor };
}
