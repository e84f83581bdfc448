import { HOUR_MS, SECOND_MS } from "@/lib/base/clock";
import { cookieName } from "@/lib/base/cookie-name";
import { isHttps } from "@/lib/base/is-https";

/** Names the invitation that this browser is walking, while it is away at Auth0. */
export function invitationCookieName(): string {
  return cookieName("analystick_invitation");
}

/** One hour, out of reach of scripts, and sent along when Auth0 leads back (Lax). */
export function invitationCookie(token: string) {
  return {
    name: invitationCookieName(),
    value: token,
    httpOnly: true,
    sameSite: "lax",
    secure: isHttps(),
    path: "/",
    maxAge: HOUR_MS / SECOND_MS,
  } as const;
}
