import { createHash, randomBytes } from "node:crypto";
import { app } from "./test-app";

export interface LoginRequest {
  /** The address that starts the login. */
  url: string;
  verifier: string;
  state: string;
  nonce: string;
}

/** Starts a login the way the portal does: code flow, PKCE (RFC 7636), state and nonce. */
export function authorize(origin: string, extra: Record<string, string> = {}): LoginRequest {
  const [verifier, state, nonce] = [randomText(), randomText(), randomText()];
  const url = new URL("/authorize", origin);
  url.search = new URLSearchParams({
    client_id: app.clientId,
    response_type: "code",
    redirect_uri: `${app.url}/auth/callback`,
    scope: "openid profile email",
    state,
    nonce,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
    ...extra,
  }).toString();
  return { url: url.href, verifier, state, nonce };
}

function randomText(): string {
  return randomBytes(32).toString("base64url");
}
