import { DAY_MS, HOUR_MS } from "@/lib/base/clock";

const IDLE_MS = 12 * HOUR_MS;
const ABSOLUTE_MS = 3 * DAY_MS;

/**
 * Whether a session may still be used: not idle for 12 hours, not older than 3 days, and opened after its
 * holder's mailbox and password were proved to belong together.
 */
export function isSessionLive(
  session: { sessionCreatedAt: Date; sessionLastSeenAt: Date; provedAt: Date | null },
  at: Date,
): boolean {
  if (at.getTime() - session.sessionLastSeenAt.getTime() > IDLE_MS) return false;
  if (at.getTime() - session.sessionCreatedAt.getTime() > ABSOLUTE_MS) return false;
  return session.provedAt === null || session.sessionCreatedAt >= session.provedAt;
}
