/** The SHA-256 of a `Content-Digest` header (RFC 9530) in hexadecimal digits; null when it holds none. */
export function readDigest(header: string | null): string | null {
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? "")?.[1];
  return base64 === undefined ? null : Buffer.from(base64, "base64").toString("hex");
}
