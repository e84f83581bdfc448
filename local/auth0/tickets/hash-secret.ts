import { createHash } from "node:crypto";

/** What is stored of a ticket's secret. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
