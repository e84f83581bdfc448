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
  if (asker === null || asker.role !== "admin") {
    await inPlatform(scope, (tx) => settleRest(tx, act, "lost-right" satisfies BulkOutcome));
    return { ok: true };
  }
  const left = await inTenant(asker.scope, (tx) => listLeft(tx, act.id, CHUNK));
  for (const row of left) await takeTurn(asker, act, row, resend);
  if (left.length === CHUNK) return { ok: true, againAfterMs: 0 };
  log("info", "bulk.performed", { actId: act.id, people: act.rowCount });
  return { ok: true };
}

function takeTurn(asker: TenantCaller, act: BulkAct, row: BulkRow, resend: Resend): Promise<void> {
  return inTenant(asker.scope, async (tx) => {
    await lockOwnTenant(tx);
    if (!(await claimTurn(tx, act.id, row))) return;
    await settleTurn(tx, act.id, row, await perform(tx, asker, act, row.seatId, resend));
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
