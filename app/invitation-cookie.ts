import { HOUR_MS, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";

/** Names the invitation that this browser is walking, while it is away at Auth0. */
export const INVITATION_COOKIE = "analystick_invitation";

/** One hour, out of reach of scripts, and sent along when Auth0 leads back (Lax). */
export function invitationCookie(token: string) {
  return {
    name: INVITATION_COOKIE,
    value: token,
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_BASE_URL.startsWith("https:"),
    path: "/",
    maxAge: HOUR_MS / SECOND_MS,
  } as const;
}
