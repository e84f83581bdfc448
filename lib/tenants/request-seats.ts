import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { inTenant } from "@/db/in-tenant";
import { insertSeatRequest } from "@/db/seat-requests";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { newId } from "@/lib/base/ids";

export type SeatsRequested =
  | { ok: true; seats: number }
  | { ok: false; reason: "not-allowed" | "bad-number" | "bad-reason" | "open-already" };

const requestSchema = z.object({
  seats: z.int().min(1).max(100_000),
  reason: z.string().trim().min(1).max(500),
});

/** Asks Analystick for more seats, with a reason. One request of a tenant is open at a time. */
export async function requestSeats(caller: TenantCaller, input: unknown): Promise<SeatsRequested> {
  if (!may(caller.role, "request-seats")) return { ok: false, reason: "not-allowed" };
  const parsed = requestSchema.safeParse(input);
  if (!parsed.success) {
    const isNumber = parsed.error.issues.some(({ path }) => path[0] === "seats");
    return { ok: false, reason: isNumber ? "bad-number" : "bad-reason" };
  }
  const { seats, reason } = parsed.data;
  return inTenant(caller.scope, async (tx) => {
    const tenant = await lockOwnTenant(tx);
    const id = newId();
    if (!(await insertSeatRequest(tx, { id, seatId: caller.seatId, seats, reason })))
      return { ok: false, reason: "open-already" };
    await recordAudit(tx, [
      { tenantId: tenant.id, verb: "seats.requested", subject: id, facts: { seats, reason } },
    ]);
    return { ok: true, seats };
  });
}
