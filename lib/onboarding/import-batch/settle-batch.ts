import { type Batch, listBatchMembers, markLost, markSettled, readBatch } from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { comeBack } from "@/lib/auth0/come-back";
import { readImport } from "@/lib/auth0/read-import";
import { now, SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";
import { failMembers } from "./fail-members";
import { settleMembers } from "./settle-members";

/** A job that Auth0 fails as a whole is submitted again this often before its people are given up. */
const MOST_ATTEMPTS = 5;

/** Looks how Auth0 is doing with a batch and settles each person's fate: imported, adopted, or failed with a reason. */
export async function settleBatch(
  scope: PlatformScope,
  { batchId }: { batchId: string },
): Promise<StationOutcome> {
  const { batch, members } = await inPlatform(scope, async (tx) => ({
    batch: await readBatch(tx, batchId),
    members: await listBatchMembers(tx, batchId),
  }));
  if (batch === null || batch.state !== "submitted") return { ok: true };
  const job = batch.auth0JobId === null ? NO_JOB : await readImport(batch.auth0JobId);
  if (!job.ok) {
    // Auth0 forgets a job after a day; whatever it created then shows up as duplicates of the next one.
    if (job.reason === "not-found") return submitAgain(scope, batchId);
    return comeBack(job);
  }
  if (job.value.status === "running") return { ok: true, againAfterMs: pollDelay(batch) };
  if (job.value.status === "failed") {
    log("error", "batch.failed", { batchId, attempts: batch.attempts });
    if (batch.attempts < MOST_ATTEMPTS) return submitAgain(scope, batchId);
    await failMembers(scope, batchId, members, "import-failed");
    return finish(scope, batchId);
  }
  const settled = await settleMembers(scope, batchId, members, job.value.rejections);
  return settled === "all" ? finish(scope, batchId) : settled;
}

/** Auth0 knew everybody in the batch, so no job was submitted. */
const NO_JOB = { ok: true, value: { status: "completed", rejections: [] } } as const;

/** A fifth of the time that the job has run so far: between one second and half a minute. */
function pollDelay({ submittedAt }: Batch): number {
  const ageMs = submittedAt === null ? 0 : now().getTime() - submittedAt.getTime();
  return Math.min(Math.max(ageMs / 5, SECOND_MS), 30 * SECOND_MS);
}

async function submitAgain(scope: PlatformScope, batchId: string): Promise<StationOutcome> {
  await inPlatform(scope, async (tx) => {
    await markLost(tx, batchId);
    await enqueue(tx, "submit-batch", { batchId }, { key: `submit-batch:${batchId}` });
  });
  return { ok: true };
}

async function finish(scope: PlatformScope, batchId: string): Promise<StationOutcome> {
  await inPlatform(scope, (tx) => markSettled(tx, batchId));
  log("info", "batch.settled", { batchId });
  return { ok: true };
}
