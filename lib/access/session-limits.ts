import { DAY_MS, HOUR_MS, SECOND_MS } from "@/lib/base/clock";

const IDLE_MS = 12 * HOUR_MS;
const ABSOLUTE_MS = 3 * DAY_MS;

/** What decides whether a session may still be used. */
export type SessionFacts = {
  sessionCreatedAt: Date;
  sessionLastSeenAt: Date;
  /** When Auth0 checked the password, by Auth0's clock. */
  authenticatedAt: Date | null;
  /** When its holder was proved, by our clock. */
  provedAt: Date | null;
  /** When Auth0 saw the password replaced that was the proof, by Auth0's clock. */
  passwordReplacedAt: Date | null;
};

/**
 * Whether a session may still be used: not idle for 12 hours, not older than 3 days, and, once its holder's mailbox
 * and password were proved to belong together, opened after that by somebody who typed that password.
 */
export function isSessionLive(session: SessionFacts, at: Date): boolean {
  if (at.getTime() - session.sessionLastSeenAt.getTime() > IDLE_MS) return false;
  if (at.getTime() - session.sessionCreatedAt.getTime() > ABSOLUTE_MS) return false;
  if (session.provedAt === null) return true;
  return session.sessionCreatedAt >= session.provedAt && isPasswordTheProved(session);
}

/** Both moments are Auth0's, so two clocks cannot disagree. `auth_time` comes in whole seconds. */
function isPasswordTheProved({ authenticatedAt, passwordReplacedAt }: SessionFacts): boolean {
  if (authenticatedAt === null || passwordReplacedAt === null) return false;
  const wholeSeconds = (moment: Date) => Math.floor(moment.getTime() / SECOND_MS);
  return wholeSeconds(authenticatedAt) >= wholeSeconds(passwordReplacedAt);
}
