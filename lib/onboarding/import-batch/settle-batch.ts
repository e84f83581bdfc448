import { listUnsettled } from "@/db/batch-seats";
import { type BatchMember, listBatchMembers, markLost, markSettled, readBatch } from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import { wishReconciliation } from "@/db/reconciliation";
import type { PlatformScope } from "@/db/scope";
import { type Auth0Arrival, linkAuth0Users } from "@/db/users";
import { type ImportRejection, readImport } from "@/lib/auth0/read-import";
import { SECOND_MS } from "@/lib/base/clock";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "../station-outcome";
import { adoptDuplicate } from "./adopt-duplicate";
import { failMembers } from "./fail-members";
import { markImported } from "./mark-imported";

const POLL_MS = SECOND_MS;
const UNREACHABLE_MS = 3 * SECOND_MS;
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
  if (batch === null || batch.state !== "submitted" || batch.auth0JobId === null) return { ok: true };
  const job = await readImport(batch.auth0JobId);
  if (!job.ok) {
    // Auth0 forgets a job after a day; whatever it created then shows up as duplicates of the next one.
    if (job.reason === "not-found") return submitAgain(scope, batchId);
    return { ok: false, retry: true, retryAfterMs: job.retryAfterMs ?? UNREACHABLE_MS };
  }
  if (job.value.status === "running") return { ok: true, againAfterMs: POLL_MS };
  if (job.value.status === "failed") {
    log("error", "batch.failed", { batchId, attempts: batch.attempts });
    if (batch.attempts < MOST_ATTEMPTS) return submitAgain(scope, batchId);
    await failMembers(scope, batchId, members, "import-failed");
    return finish(scope, batchId);
  }
  return settleMembers(scope, batchId, members, job.value.rejections);
}

async function settleMembers(
  scope: PlatformScope,
  batchId: string,
  members: BatchMember[],
  rejections: ImportRejection[],
): Promise<StationOutcome> {
  const rejected = new Map(rejections.map((rejection) => [rejection.mailbox ?? rejection.userId, rejection]));
  const fateOf = (member: BatchMember) => rejected.get(member.mailbox) ?? rejected.get(member.userId);
  const created = members.filter((member) => fateOf(member) === undefined);
  await arrive(scope, batchId, created.map(toArrival));
  await failMembers(
    scope,
    batchId,
    members.filter((member) => fateOf(member)?.reason === "refused"),
    "refused-by-auth0",
  );
  for (const member of members.filter((one) => fateOf(one)?.reason === "duplicate")) {
    const adopted = await adoptDuplicate(member);
    if (!adopted.ok) return { ok: false, retry: true, retryAfterMs: adopted.retryAfterMs ?? UNREACHABLE_MS };
    if (adopted.arrival === null) await failMembers(scope, batchId, [member], "refused-by-auth0");
    else await arrive(scope, batchId, [adopted.arrival]);
  }
  return finish(scope, batchId);
}

function toArrival({ userId }: BatchMember): Auth0Arrival {
  return { userId, auth0UserId: `auth0|${userId}`, createdByUs: true, state: "open" };
}

async function arrive(scope: PlatformScope, batchId: string, arrivals: Auth0Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  await inPlatform(scope, async (tx) => {
    await linkAuth0Users(tx, arrivals);
    const arrived = new Set(arrivals.map((arrival) => arrival.userId));
    const unsettled = await listUnsettled(tx, batchId);
    // Whoever lost their seat while the job ran is taken out of Auth0 again.
    const waiting = new Set(unsettled.map((seat) => seat.userId));
    for (const userId of arrived) if (!waiting.has(userId)) await wishReconciliation(tx, userId);
    await markImported(
      tx,
      unsettled.filter((seat) => seat.userId !== null && arrived.has(seat.userId)).map((seat) => seat.id),
    );
  });
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
