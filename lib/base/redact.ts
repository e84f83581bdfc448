const rules: readonly [RegExp, string][] = [
  [/\/invitations\/[A-Za-z0-9_-]{20,}/g, "/invitations/[redacted]"],
  [/([?&#](?:ticket|code|state|token|id_token|access_token|client_secret)=)[^&\s"'#]+/gi, "$1[redacted]"],
  [/\bBearer\s+[A-Za-z0-9._~+/=-]+/g, "Bearer [redacted]"],
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^/\s:@]+:[^/\s@]+@/gi, "$1[redacted]@"],
  [/[A-Za-z0-9._%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g, "[address]"],
];

/** Takes letter links, tickets, credentials and addresses out of a text that is about to be logged. */
export function redact(text: string): string {
  return rules.reduce((safe, [pattern, replacement]) => safe.replace(pattern, replacement), text);
}
