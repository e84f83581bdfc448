import { HOUR_MS, MINUTE_MS, SECOND_MS } from "@/lib/base/clock";
import { env } from "@/lib/base/env";

/** How long a session may rest and how long it may last, in milliseconds. */
export type SessionLimits = { idleMs: number; absoluteMs: number };

/** The operator's limits; staff see every tenant, so theirs are stricter. */
export function sessionLimits({ isStaff }: { isStaff: boolean }): SessionLimits {
  const settings = env();
  return isStaff
    ? {
        idleMs: settings.STAFF_SESSION_IDLE_MINUTES * MINUTE_MS,
        absoluteMs: settings.STAFF_SESSION_HOURS * HOUR_MS,
      }
    : { idleMs: settings.SESSION_IDLE_MINUTES * MINUTE_MS, absoluteMs: settings.SESSION_HOURS * HOUR_MS };
}

/** What decides whether a session may still be used. */
export type SessionFacts = {
  sessionCreatedAt: Date;
  sessionLastSeenAt: Date;
  /** When Auth0 checked the password, by Auth0's clock. */
  authenticatedAt: Date | null;
  /** When its holder was proved, by our clock. */
  provedAt: Date | null;
  /** When Auth0 last saw the password replaced, as far as we have heard, by Auth0's clock. */
  passwordReplacedAt: Date | null;
};

/**
 * Whether a session may still be used: neither idle nor older than the limits allow, and, once its holder's mailbox
 * and password were proved to belong together, opened after that by somebody who typed the present password.
 */
export function isSessionLive(session: SessionFacts, limits: SessionLimits, at: Date): boolean {
  if (at.getTime() - session.sessionLastSeenAt.getTime() > limits.idleMs) return false;
  if (at.getTime() - session.sessionCreatedAt.getTime() > limits.absoluteMs) return false;
  if (session.provedAt === null) return true;
  return session.sessionCreatedAt >= session.provedAt && isPasswordThePresent(session);
}

/**
 * Both moments are Auth0's, so two clocks cannot disagree. `auth_time` comes in whole seconds, and a sign-in of the very
 * second of the replacement may have used the old password: it does not count (`letSignIn` sends nobody there so soon).
 */
function isPasswordThePresent({ authenticatedAt, passwordReplacedAt }: SessionFacts): boolean {
  if (authenticatedAt === null || passwordReplacedAt === null) return false;
  const wholeSeconds = (moment: Date) => Math.floor(moment.getTime() / SECOND_MS);
  return wholeSeconds(authenticatedAt) > wholeSeconds(passwordReplacedAt);
}
