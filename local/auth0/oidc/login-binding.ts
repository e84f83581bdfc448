import { createHmac } from "node:crypto";

/**
 * The value of the cookie that binds a login page to the browser which asked for it. Without it, somebody who has
 * another person open their login page's address would be signed in as that person.
 */
export function loginBinding(formKey: string, state: string): string {
  return createHmac("sha256", formKey).update(`login:${state}`).digest("base64url");
}
