import { createPrivateKey, sign } from "node:crypto";
import type { Secrets } from "../store/load-secrets";

/** Signs claims as a JSON Web Token with RS256 (RFC 7515, RFC 7519). */
export function signJwt(key: Secrets["signingKey"], claims: Record<string, unknown>): string {
  const header = { alg: "RS256", typ: "JWT", kid: key.kid };
  const content = [header, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  const signature = sign("RSA-SHA256", Buffer.from(content), createPrivateKey({ key, format: "jwk" }));
  return `${content}.${signature.toString("base64url")}`;
}
