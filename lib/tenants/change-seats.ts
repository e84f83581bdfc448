import { recordAudit } from "@/db/audit";
import { inPlatform } from "@/db/in-platform";
import { setPurchased } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { isId } from "@/lib/base/ids";

/** What one tenant may hold at most. */
export const MOST_SEATS = 1_000_000;

export type SeatsChanged =
  | { ok: true; before: number; after: number }
  | { ok: false; reason: "invalid" | "not-here" };

/** Sells more seats or fewer. Fewer than are held evicts nobody: it blocks new seats, and the overage is shown. */
export async function changeSeats(
  caller: StaffCaller,
  tenantId: string,
  seats: number,
): Promise<SeatsChanged> {
  if (!Number.isSafeInteger(seats) || seats < 0 || seats > MOST_SEATS)
    return { ok: false, reason: "invalid" };
  if (!isId(tenantId)) return { ok: false, reason: "not-here" };
  return inPlatform(caller.scope, async (tx) => {
    const before = await setPurchased(tx, tenantId, seats);
    if (before === null) return { ok: false, reason: "not-here" };
    const facts = { before, after: seats };
    if (before !== seats)
      await recordAudit(tx, [{ tenantId, verb: "tenant.seats-changed", subject: tenantId, facts }]);
    return { ok: true, before, after: seats };
  });
}
