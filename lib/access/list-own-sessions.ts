import { inPlatform } from "@/db/in-platform";
import { listSessionsOf } from "@/db/own-sessions";
import { readUser } from "@/db/users";
import { now } from "@/lib/base/clock";
import { isSessionLive, sessionLimits } from "./session-limits";
import type { Viewer } from "./viewer";

/** One place where somebody is signed in. `handle` names it and opens nothing. */
export type SignedInPlace = {
  handle: string;
  userAgent: string | null;
  since: Date;
  lastSeenAt: Date;
  isThisOne: boolean;
};

/** Where the person of this request is signed in at this moment, this browser first. */
export async function listOwnSessions(viewer: Extract<Viewer, { kind: "person" }>): Promise<SignedInPlace[]> {
  const limits = sessionLimits(viewer);
  const at = now();
  const { user, sessions } = await inPlatform(viewer.scope, async (tx) => ({
    user: await readUser(tx, viewer.userId),
    sessions: await listSessionsOf(tx, viewer.userId),
  }));
  if (user === null) return [];
  const { provedAt, passwordReplacedAt } = user;
  return sessions
    .filter((session) => isSessionLive({ ...session, provedAt, passwordReplacedAt }, limits, at))
    .map(({ id, handle, userAgent, sessionCreatedAt, sessionLastSeenAt }) => ({
      handle,
      userAgent,
      since: sessionCreatedAt,
      lastSeenAt: sessionLastSeenAt,
      isThisOne: id === viewer.sessionId,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}
