import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { endSessionOf } from "@/db/own-sessions";
import { isId } from "@/lib/base/ids";
import type { Viewer } from "./viewer";

/** Signs the person of this request out of one browser of theirs: its next request is refused. */
export async function endOwnSession(
  viewer: Extract<Viewer, { kind: "person" }>,
  handle: string,
): Promise<{ ok: true } | { ok: false; reason: "not-here" }> {
  if (!isId(handle)) return { ok: false, reason: "not-here" };
  return inPlatform(viewer.scope, async (tx) => {
    if (!(await endSessionOf(tx, viewer.userId, handle))) return { ok: false, reason: "not-here" };
    const facts = { count: 1 };
    await recordAudit(tx, [{ tenantId: null, verb: "session.ended", subject: viewer.userId, facts }]);
    return { ok: true };
  });
}
