import { cookieName } from "@/lib/base/cookie-name";

/** The cookie that holds a sealed session id. */
export function sessionCookieName(): string {
  return cookieName("analystick_session");
}
