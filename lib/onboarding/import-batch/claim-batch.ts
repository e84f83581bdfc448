import { claimSeats, lockUnclaimed } from "@/db/batch-seats";
import { insertBatch } from "@/db/batches";
import { enqueue } from "@/db/enqueue";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import type { Seat } from "@/db/seats";
import { type User, upsertUsers } from "@/db/users";
import { countFitting } from "@/lib/auth0/import-file";
import { SECOND_MS } from "@/lib/base/clock";
import { newId } from "@/lib/base/ids";
import { log } from "@/lib/base/log";
import type { StationOutcome } from "../station-outcome";
import { markImported } from "./mark-imported";

/** Auth0 takes about a thousand users in one job; the bytes decide, this only bounds the query. */
const MOST = 1_000;

/**
 * Gathers reserved seats of all tenants into one batch. Each mailbox gets its user here, committed before Auth0
 * hears of it. People whom Auth0 knows from us already need no import and go straight on.
 */
export async function claimBatch(scope: PlatformScope): Promise<StationOutcome> {
  return inPlatform(scope, async (tx) => {
    const waiting = await lockUnclaimed(tx, MOST);
    if (waiting.length === 0) return { ok: true };
    const users = await upsertUsers(
      tx,
      waiting.map((seat) => seat.emailKey),
    );
    const { known, fitting } = sortOut(waiting, users);
    const batchId = newId();
    if (fitting.length > 0) await insertBatch(tx, batchId);
    await claimSeats(tx, [
      ...known.map(({ seat, user }) => ({ seatId: seat.id, userId: user.id, batchId: null })),
      ...fitting.map(({ seat, user }) => ({ seatId: seat.id, userId: user.id, batchId })),
    ]);
    await markImported(
      tx,
      known.map(({ seat }) => seat.id),
    );
    if (fitting.length > 0)
      await enqueue(tx, "submit-batch", { batchId }, { key: `submit-batch:${batchId}` });
    const left = waiting.length - known.length - fitting.length;
    log("info", "batch.claimed", { batchId, seats: fitting.length, known: known.length, left });
    return left > 0 || waiting.length === MOST ? { ok: true, againAfterMs: SECOND_MS } : { ok: true };
  });
}

function sortOut(waiting: Seat[], users: Map<string, User>) {
  const pairs = waiting.flatMap((seat) => {
    const user = users.get(seat.emailKey);
    return user === undefined ? [] : [{ seat, user }];
  });
  // Somebody whose old identity is just being deleted waits for that to end, and is then imported anew.
  const settled = pairs.filter(({ user }) => user.auth0State !== "deleting");
  const known = settled.filter(({ user }) => user.auth0UserId !== null);
  const unknown = settled.filter(({ user }) => user.auth0UserId === null);
  const fit = countFitting(
    unknown.map(({ seat, user }) => ({ id: user.id, mailbox: user.mailbox, name: seat.name })),
  );
  return { known, fitting: unknown.slice(0, fit) };
}
