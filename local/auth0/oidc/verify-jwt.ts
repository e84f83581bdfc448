import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import type { Secrets } from "../store/load-secrets";

const claimsSchema = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  aud: z.union([z.string(), z.array(z.string())]).transform((aud) => [aud].flat()),
  exp: z.number(),
  scope: z.string().optional(),
  sid: z.string().optional(),
});

export type Claims = z.infer<typeof claimsSchema>;
export type JwtOutcome = { ok: true; claims: Claims } | { ok: false; reason: "malformed" | "bad-signature" };

/** Checks the RS256 signature of a token that this tenant signed. Expiry and audience are the caller's to judge. */
export function verifyJwt(key: Secrets["signingKey"], token: string): JwtOutcome {
  const [header, payload, signature, ...rest] = token.split(".");
  if (!header || !payload || !signature || rest.length > 0) return { ok: false, reason: "malformed" };
  if (readPart(header)?.alg !== "RS256") return { ok: false, reason: "malformed" };
  const publicKey = createPublicKey({ key: { kty: key.kty, n: key.n, e: key.e }, format: "jwk" });
  const genuine = verify(
    "RSA-SHA256",
    Buffer.from(`${header}.${payload}`),
    publicKey,
    Buffer.from(signature, "base64url"),
  );
  if (!genuine) return { ok: false, reason: "bad-signature" };
  const claims = claimsSchema.safeParse(readPart(payload));
  return claims.success ? { ok: true, claims: claims.data } : { ok: false, reason: "malformed" };
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    return z.record(z.string(), z.unknown()).safeParse(value).data;
  } catch {
    return undefined;
  }
}
