import { redact } from "@/lib/base/redact";

/** The root cause of a failure in one line, without passwords. */
export function nameCause(error: unknown): string {
  const root = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(root instanceof Error)) return "unknown trouble";
  const code = "code" in root ? String(root.code) : "";
  return redact(root.message.split("\n")[0] || code || root.name);
}
