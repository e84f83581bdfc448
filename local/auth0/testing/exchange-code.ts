import { readObject } from "./read-object";
import { app } from "./test-app";

export interface TokenReply {
  status: number;
  body: Record<string, unknown>;
  /** The decoded claims of the ID token, empty without one. */
  claims: Record<string, unknown>;
  idToken: string;
}

/** Exchanges the code of a callback address for tokens. */
export async function exchangeCode(
  origin: string,
  callbackUrl: string,
  verifier: string,
  extra: Record<string, string> = {},
): Promise<TokenReply> {
  const reply = await fetch(`${origin}/oauth/token`, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: `${app.url}/auth/callback`,
      code: new URL(callbackUrl).searchParams.get("code") ?? "",
      code_verifier: verifier,
      ...extra,
    }),
  });
  const body = await readObject(reply);
  const idToken = String(body.id_token ?? "");
  return { status: reply.status, body, claims: readClaims(idToken), idToken };
}

function readClaims(idToken: string): Record<string, unknown> {
  const payload = idToken.split(".")[1];
  return payload ? JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) : {};
}
