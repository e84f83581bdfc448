import { env } from "@/lib/base/env";

/** RFC 5322, 3.6.4: unique for each letter, and the same for each repetition of it. */
export function messageIdOf(kind: "invitation" | "letter", id: string): string {
  return `<${kind}.${id}@${new URL(env().APP_BASE_URL).hostname}>`;
}
