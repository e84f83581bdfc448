import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { endSessionsOf } from "@/db/own-sessions";
import type { Viewer } from "./viewer";

/** Signs the person of this request out everywhere but here; answers how many sessions ended. */
export async function endOtherSessions(viewer: Extract<Viewer, { kind: "person" }>): Promise<number> {
  return inPlatform(viewer.scope, async (tx) => {
    const count = await endSessionsOf(tx, viewer.userId, viewer.sessionId);
    if (count > 0)
      await recordAudit(tx, [
        { tenantId: null, verb: "session.ended", subject: viewer.userId, facts: { count } },
      ]);
    return count;
  });
}
