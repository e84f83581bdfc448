import { log } from "./log";
import { redact } from "./redact";

/**
 * Writes down an error that a page, action or route handler threw: its digest (the code that the person sees), the
 * route, and the first line of its root cause, without addresses, tokens or query values.
 */
export function logRequestError(error: unknown, path: string, route: string): void {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const message =
    root instanceof Error ? `${root.name}: ${redact(root.message.split("\n")[0] ?? "")}` : "unknown";
  log("error", "web.failed", {
    route,
    path: redact(path.split("?")[0] ?? ""),
    digest: digestOf(error),
    error: message,
  });
}

function digestOf(error: unknown): string | null {
  return typeof error === "object" && error !== null && "digest" in error ? String(error.digest) : null;
}
