import { listBatchMembers, markSettled, markSubmitted, readBatch } from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { submitImport } from "@/lib/auth0/submit-import";
import { now, SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "../station-outcome";

/**
 * Hands a batch to Auth0 as one users-imports job. When an earlier try got through without our learning of it,
 * Auth0 calls those people duplicates under the ids that we chose, and settling recognises them.
 */
export async function submitBatch(
  scope: PlatformScope,
  { batchId }: { batchId: string },
): Promise<StationOutcome> {
  const { batch, members } = await inPlatform(scope, async (tx) => ({
    batch: await readBatch(tx, batchId),
    members: await listBatchMembers(tx, batchId),
  }));
  if (batch === null || batch.state !== "claimed") return { ok: true };
  if (members.length === 0) {
    await inPlatform(scope, (tx) => markSettled(tx, batchId));
    return { ok: true };
  }
  const users = members.map(({ userId, mailbox, name }) => ({ id: userId, mailbox, name }));
  const submitted = await submitImport({ id: batchId, users });
  if (!submitted.ok) return { ok: false, retry: true, retryAfterMs: submitted.retryAfterMs ?? 3 * SECOND_MS };
  await inPlatform(scope, async (tx) => {
    await markSubmitted(tx, batchId, submitted.value.jobId);
    const runAt = new Date(now().getTime() + SECOND_MS);
    await enqueue(tx, "settle-batch", { batchId }, { key: `settle-batch:${batchId}`, runAt });
  });
  log("info", "batch.submitted", { batchId, jobId: submitted.value.jobId, users: users.length });
  return { ok: true };
}
