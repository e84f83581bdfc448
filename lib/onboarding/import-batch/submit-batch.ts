import {
  type BatchMember,
  countRefusal,
  listBatchMembers,
  markSettled,
  markSubmitted,
  readBatch,
} from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { comeBack } from "@/lib/auth0/come-back";
import { submitImport } from "@/lib/auth0/submit-import";
import { MINUTE_MS, now, SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { failMembers } from "./fail-members";

const FIRST_LOOK_MS = SECOND_MS;
const REFUSED_MS = MINUTE_MS;
const MOST_REFUSALS = 5;
const NOTHING_TO_IMPORT = { ok: true, value: { jobId: null } } as const;

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
  const users = members
    .filter(({ auth0UserId }) => auth0UserId === null)
    .map(({ userId, mailbox, name }) => ({ id: userId, mailbox, name }));
  const submitted = users.length === 0 ? NOTHING_TO_IMPORT : await submitImport({ id: batchId, users });
  if (!submitted.ok)
    return submitted.reason === "refused" ? giveUpSlowly(scope, batchId, members) : comeBack(submitted);
  const { jobId } = submitted.value;
  await inPlatform(scope, async (tx) => {
    await markSubmitted(tx, batchId, jobId);
    const runAt = new Date(now().getTime() + FIRST_LOOK_MS);
    await enqueue(tx, "settle-batch", { batchId }, { key: `settle-batch:${batchId}`, runAt });
  });
  log("info", "batch.submitted", { batchId, auth0JobId: jobId, users: users.length });
  return { ok: true };
}

/** A refusal of the whole job points at our settings: time to mend them, and in the end an outcome for each row. */
async function giveUpSlowly(
  scope: PlatformScope,
  batchId: string,
  members: BatchMember[],
): Promise<StationOutcome> {
  const refusals = await inPlatform(scope, (tx) => countRefusal(tx, batchId));
  log("error", "batch.refused", { batchId, refusals });
  if (refusals < MOST_REFUSALS) return { ok: false, retry: true, retryAfterMs: REFUSED_MS };
  await failMembers(scope, batchId, members, "import-failed");
  await inPlatform(scope, (tx) => markSettled(tx, batchId));
  return { ok: true };
}
