import { redact } from "@/lib/base/redact";

const longestQuote = 300;
const address = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+/g;

/** A mail server's words on one line, without addresses, credentials or links, short enough to keep. */
export function quoteServer(response: string | undefined): string {
  const line = (response ?? "").replace(/[\s\p{Cc}]+/gu, " ").trim();
  return redact(line).replace(address, "[address]").slice(0, longestQuote);
}
