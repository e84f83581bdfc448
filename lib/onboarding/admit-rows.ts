import { recordAudit } from "@/db/audit";
import { wishClaim } from "@/db/claim-wish";
import { insertImport, readImport } from "@/db/imports";
import { inTenant, type TenantTx } from "@/db/in-tenant";
import { findHeldMailboxes, insertSeats } from "@/db/seats";
import { lockOwnTenant, takeSeats } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type PlannedRow, planAdmission } from "./plan-admission";
import type { RosterRow } from "./read-roster";

export type Admission = {
  /** Chosen when the preview was made: confirming twice admits once. */
  importId: string;
  sourceName: string;
  rows: RosterRow[];
  /** Positions in the roster (1 is the first row) that the admin does not want. */
  leftOut: number[];
  /** Positions of people who held a seat when the admin saw the preview: nobody is brought back unseen. */
  held?: number[];
  /** Nothing is written, no record either, when nobody would get a seat by it: for what is no list. */
  onlyForSeats?: boolean;
};

export type Admitted =
  | { ok: true; importId: string; seatCount: number }
  | { ok: false; reason: "not-allowed" | "suspended" | "nothing-to-admit" | "nobody-to-seat" }
  | { ok: false; reason: "held-no-more"; people: number }
  | { ok: false; reason: "not-enough-seats"; needed: number; free: number };

/**
 * Admits a roster in ONE transaction: seats taken, rows settled, audit written, job enqueued. All of it or none:
 * when fewer seats are free than it needs, nothing is written and the answer says by how many. Neither is anything when
 * somebody whom the preview showed in their seat has lost it since.
 */
export async function admitRows(caller: TenantCaller, admission: Admission): Promise<Admitted> {
  if (!may(caller.role, "import-people")) return { ok: false, reason: "not-allowed" };
  if (admission.rows.length === 0) return { ok: false, reason: "nothing-to-admit" };
  return inTenant(caller.scope, async (tx) => {
    const tenant = await lockOwnTenant(tx);
    if (tenant.suspendedAt !== null) return { ok: false, reason: "suspended" };
    const earlier = await readImport(tx, admission.importId);
    if (earlier !== null) return { ok: true, importId: earlier.id, seatCount: earlier.seatCount };
    const mailboxes = admission.rows.flatMap((row) => (row.problem === null ? [row.email] : []));
    const held = await findHeldMailboxes(tx, mailboxes);
    const planned = planAdmission(admission.rows, held, new Set(admission.leftOut));
    const admitted = planned.filter((row) => row.outcome === "admitted");
    const seen = new Set(admission.held);
    const lost = admitted.filter(({ position }) => seen.has(position));
    if (lost.length > 0) return { ok: false, reason: "held-no-more", people: lost.length };
    const needed = admitted.length;
    if (needed === 0 && admission.onlyForSeats) return { ok: false, reason: "nobody-to-seat" };
    if (needed > 0 && !(await takeSeats(tx, tenant.id, needed)))
      return {
        ok: false,
        reason: "not-enough-seats",
        needed,
        free: tenant.seatsPurchased - tenant.seatsHeld,
      };
    await writeDown(tx, caller, admission, planned);
    return { ok: true, importId: admission.importId, seatCount: needed };
  });
}

async function writeDown(tx: TenantTx, caller: TenantCaller, admission: Admission, planned: PlannedRow[]) {
  const { importId, sourceName } = admission;
  const newSeats = planned.flatMap(({ seatId, typed, mailbox, name, role }) =>
    seatId === null || mailbox === null
      ? []
      : [
          {
            id: seatId,
            email: typed,
            emailKey: mailbox,
            name,
            role: role ?? "viewer",
          },
        ],
  );
  await insertSeats(tx, newSeats);
  const head = { id: importId, sourceName, admittedBy: caller.name, seatCount: newSeats.length };
  await insertImport(tx, head, planned);
  const facts = { rows: planned.length, seats: newSeats.length };
  await recordAudit(tx, [{ tenantId: tx.scope.tenantId, verb: "import.admitted", subject: importId, facts }]);
  if (newSeats.length > 0) await wishClaim(tx);
}
