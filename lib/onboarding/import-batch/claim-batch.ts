import { claimSeats, hasUnclaimed, lockUnclaimed } from "@/db/batch-seats";
import { insertBatch, isBatchWaiting } from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import type { Seat } from "@/db/seats";
import { type User, upsertUsers } from "@/db/users";
import { countFitting } from "@/lib/auth0/import-file";
import { SECOND_MS } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "@/lib/base/station-outcome";

/** Auth0 takes about a thousand users in one job; the bytes decide, this only bounds the query. */
const MOST = 1_000;

/**
 * Gathers reserved seats of all tenants into one batch. Each mailbox gets its user here, committed before Auth0
 * hears of it. People whom Auth0 knows from us already travel along without being imported, so that nobody can tell
 * by the pace who was known.
 */
export async function claimBatch(scope: PlatformScope): Promise<StationOutcome> {
  return inPlatform(scope, async (tx) => {
    // Auth0 runs two jobs at a time: while one more waits, people gather for the next, instead of for one each.
    const waiting = (await isBatchWaiting(tx)) ? [] : await lockUnclaimed(tx, MOST);
    if (waiting.length > 0) await gather(tx, waiting);
    // Some are beyond one batch, some wait for their old identity's end, and some were held by other transactions.
    return (await hasUnclaimed(tx)) ? { ok: true, againAfterMs: SECOND_MS } : { ok: true };
  });
}

async function gather(tx: PlatformTx, waiting: Seat[]): Promise<void> {
  const users = await upsertUsers(
    tx,
    waiting.map((seat) => seat.emailKey),
  );
  const claims = chooseClaims(waiting, users);
  if (claims.length === 0) return;
  const batchId = newId();
  await insertBatch(tx, batchId);
  await claimSeats(
    tx,
    claims.map(({ seat, user }) => ({ seatId: seat.id, userId: user.id, batchId })),
  );
  await enqueue(tx, "submit-batch", { batchId }, { key: `submit-batch:${batchId}` });
  log("info", "batch.claimed", { batchId, seats: claims.length, left: waiting.length - claims.length });
}

/** Everybody known, and of the others as many as fit into one job. */
function chooseClaims(waiting: Seat[], users: Map<string, User>) {
  const pairs = waiting.flatMap((seat) => {
    const user = users.get(seat.emailKey);
    // Somebody whose old identity is just being deleted waits for that to end, and is then imported anew.
    return user === undefined || user.auth0State === "deleting" ? [] : [{ seat, user }];
  });
  const unknown = pairs.filter(({ user }) => user.auth0UserId === null);
  const fit = countFitting(
    unknown.map(({ seat, user }) => ({ id: user.id, mailbox: user.mailbox, name: seat.name })),
  );
  return [...pairs.filter(({ user }) => user.auth0UserId !== null), ...unknown.slice(0, fit)];
}
