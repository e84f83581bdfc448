import {
  type BulkAct,
  type BulkRow,
  claimTurn,
  findBulkAct,
  listLeft,
  settleRest,
  settleTurn,
} from "@/db/bulk-acts";
import { inPlatform } from "@/db/in-platform";
import { inTenant, type TenantTx } from "@/db/in-tenant";
import type { PlatformScope } from "@/db/scope";
import { readSeat } from "@/db/seats";
import { lockOwnTenant } from "@/db/tenants";
import { enterAsAsker } from "@/lib/access/enter-as-asker";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { log } from "@/lib/base/log";
import type { BulkOutcome, LetterRefusal } from "./bulk-outcome";
import { giveRole } from "./give-role";
import { takeBack } from "./take-back";

/** How many people have their turn before other jobs have theirs. */
const CHUNK = 50;

/** Sends one person a new letter in the transaction given; it belongs to another room and is handed in. */
export type Resend = (
  tx: TenantTx,
  caller: TenantCaller,
  seatId: string,
) => Promise<{ ok: true } | { ok: false; reason: LetterRefusal }>;

/**
 * Goes on with a bulk act: one person after the other, each in a transaction of its own with what became of them, in
 * the name of the admin who asked. Killed at any moment, it goes on where it stood: nobody has two turns.
 */
export async function performBulk(
  scope: PlatformScope,
  { tenantId, actId }: { tenantId: string; actId: string },
  resend: Resend,
): Promise<{ ok: true; againAfterMs?: number }> {
  const act = await inPlatform(scope, (tx) => findBulkAct(tx, { tenantId, actId }));
  if (act === null) return { ok: true };
  const asker = await enterAsAsker(scope, { tenantId, seatId: act.askedBy });
  if (asker === null) return stop(scope, act);
  const left = await inTenant(asker.scope, (tx) => listLeft(tx, act.id, CHUNK));
  for (const row of left) if (!(await takeTurn(asker, act, row, resend))) return stop(scope, act);
  if (left.length === CHUNK) return { ok: true, againAfterMs: 0 };
  log("info", "bulk.performed", { actId: act.id, people: act.rowCount });
  return { ok: true };
}

/** Whoever asked has no right to it any more: nothing happens to those whose turn has not come. */
async function stop(scope: PlatformScope, act: BulkAct): Promise<{ ok: true }> {
  await inPlatform(scope, (tx) => settleRest(tx, act, "lost-right" satisfies BulkOutcome));
  return { ok: true };
}

/** False when the admin who asked has lost the right, which is looked at again while the tenant's row is held. */
function takeTurn(asker: TenantCaller, act: BulkAct, row: BulkRow, resend: Resend): Promise<boolean> {
  return inTenant(asker.scope, async (tx) => {
    const { suspendedAt } = await lockOwnTenant(tx);
    const seat = await readSeat(tx, asker.seatId);
    if (suspendedAt !== null || seat?.stage !== "active" || seat.role !== "admin") return false;
    if (await claimTurn(tx, act.id, row))
      await settleTurn(tx, act.id, row, await perform(tx, asker, act, row.seatId, resend));
    return true;
  });
}

async function perform(
  tx: TenantTx,
  asker: TenantCaller,
  { kind, role }: BulkAct,
  seatId: string,
  resend: Resend,
): Promise<BulkOutcome> {
  if (seatId === asker.seatId && kind !== "resend") return "yourself";
  switch (kind) {
    case "resend": {
      const sent = await resend(tx, asker, seatId);
      return sent.ok ? "done" : sent.reason;
    }
    case "change-role": {
      const given = role === null ? null : await giveRole(tx, seatId, role);
      if (given === null || !given.ok) return given?.reason ?? "not-here";
      return given.changed ? "done" : "already";
    }
    case "revoke":
    case "remove":
      return release(tx, seatId, kind);
  }
}

/** Somebody who got in since is not removed by a word that was meant for an invitation, nor the other way round. */
async function release(tx: TenantTx, seatId: string, kind: "revoke" | "remove"): Promise<BulkOutcome> {
  const seat = await readSeat(tx, seatId);
  const isIn = seat?.stage === "active";
  if (seat !== null && seat.stage !== "released" && isIn !== (kind === "remove"))
    return isIn ? "is-in" : "not-in";
  const taken = await takeBack(tx, seatId);
  return taken.ok ? "done" : taken.reason;
}
