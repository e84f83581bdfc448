import { inTenant } from "@/db/in-tenant";
import { findHeldMailboxes } from "@/db/seats";
import { readOwnTenant, type SeatCounts, seatCounts } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type PlannedRow, planAdmission } from "./plan-admission";
import { type RosterRefusal, readRoster } from "./read-roster";

export type { PlannedRow as PreviewedRow };

export type Preview =
  | { ok: true; rows: PlannedRow[]; seatCost: number; counts: SeatCounts }
  | { ok: false; reason: "not-allowed" }
  | { ok: false; reason: "unreadable"; refusal: RosterRefusal };

/**
 * Says what would become of every row of a roster and how many seats it would take. Writes nothing.
 * @param roster the file's bytes, or pasted text
 */
export async function previewRoster(caller: TenantCaller, roster: Uint8Array | string): Promise<Preview> {
  if (!may(caller.role, "import-people")) return { ok: false, reason: "not-allowed" };
  const reading = readRoster(roster);
  if (!reading.ok) return { ok: false, reason: "unreadable", refusal: reading };
  const mailboxes = reading.rows.flatMap((row) => (row.problem === null ? [row.email] : []));
  const { held, tenant } = await inTenant(caller.scope, async (tx) => ({
    held: await findHeldMailboxes(tx, mailboxes),
    tenant: await readOwnTenant(tx),
  }));
  const rows = planAdmission(reading.rows, held, new Set());
  return {
    ok: true,
    rows,
    seatCost: rows.filter((row) => row.outcome === "admitted").length,
    counts: seatCounts(tenant),
  };
}
