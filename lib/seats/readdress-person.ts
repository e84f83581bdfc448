import { wishClaim } from "@/db/claim-wish";
import { insertImport, readImport } from "@/db/imports";
import { inTenant, type TenantTx } from "@/db/in-tenant";
import { findHeldMailboxes, insertSeats, readSeat, type Seat, type Stage } from "@/db/seats";
import { keepSeat, lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId, newId } from "@/lib/base/ids";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { takeBack } from "./take-back";

export type Readdressed =
  | { ok: true; seatId: string }
  | {
      ok: false;
      reason:
        | "not-allowed"
        | "not-here"
        | "accepted"
        | "bad-address"
        | "same-address"
        | "holds-seat"
        | "done";
    };

const open: readonly Stage[] = ["reserved", "imported", "invited"];

/**
 * Corrects the address of somebody who has not accepted: the seat is taken back and the same person is invited anew
 * under the other address, in ONE transaction and without a second seat. An Auth0 user's address is never changed.
 * @param importId chosen in the form: the new invitation is an import of one row, and sending it twice makes one
 */
export async function readdressPerson(
  caller: TenantCaller,
  seatId: string,
  { typed, importId }: { typed: string; importId: string },
): Promise<Readdressed> {
  if (!may(caller.role, "edit-person")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId) || !isId(importId)) return { ok: false, reason: "not-here" };
  const reading = canonicalMailbox(typed);
  if (!reading.ok) return { ok: false, reason: "bad-address" };
  const { mailbox } = reading;
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    if ((await readImport(tx, importId)) !== null) return { ok: false, reason: "done" };
    const seat = await readSeat(tx, seatId);
    if (seat === null) return { ok: false, reason: "not-here" };
    if (!open.includes(seat.stage)) return { ok: false, reason: "accepted" };
    if (seat.emailKey === mailbox) return { ok: false, reason: "same-address" };
    if ((await findHeldMailboxes(tx, [mailbox])).size > 0) return { ok: false, reason: "holds-seat" };
    const next = newId();
    await keepSeat(tx);
    await takeBack(tx, seatId, { insteadCame: next });
    await admitAnew(tx, caller, seat, { id: next, email: typed.trim(), emailKey: mailbox, importId });
    return { ok: true, seatId: next };
  });
}

async function admitAnew(
  tx: TenantTx,
  caller: TenantCaller,
  { name, role }: Seat,
  anew: { id: string; email: string; emailKey: string; importId: string },
): Promise<void> {
  const { id, email, emailKey, importId } = anew;
  await insertSeats(tx, [{ id, email, emailKey, name, role }]);
  const row = { position: 1, line: 1, typed: email, name, role, outcome: "admitted", seatId: id } as const;
  await insertImport(
    tx,
    { id: importId, sourceName: "Corrected address", admittedBy: caller.name, seatCount: 1 },
    [{ ...row, problem: null, detail: null, sameAs: null }],
  );
  await wishClaim(tx);
}
