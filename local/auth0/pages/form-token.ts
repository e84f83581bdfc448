import { createHmac } from "node:crypto";

/** A form's token: a nonce, and its HMAC together with the browser's cookie. */
export function formToken(key: string, browser: string, nonce: string): string {
  const seal = createHmac("sha256", key).update(`form:${browser}:${nonce}`).digest("base64url");
  return `${nonce}.${seal}`;
}
