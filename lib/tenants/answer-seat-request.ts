import { z } from "zod";
import { recordAudit } from "@/db/audit";
import { inPlatform, type PlatformTx } from "@/db/in-platform";
import { writeLetters } from "@/db/letters";
import { readSeatRequest, type SeatRequest, settleSeatRequest } from "@/db/seat-requests";
import { lockTenant, setPurchased } from "@/db/tenants";
import type { StaffCaller } from "@/lib/access/enter-staff";
import { isId } from "@/lib/base/ids";
import { MOST_SEATS } from "./change-seats";

export type RequestAnswered =
  | { ok: true; before: number; after: number }
  | { ok: false; reason: "bad-word" | "not-here" | "answered-already" | "too-many" };

const answerSchema = z.discriminatedUnion("decision", [
  z.object({ decision: z.literal("approve"), word: z.string().trim().max(500) }),
  z.object({ decision: z.literal("decline"), word: z.string().trim().min(1).max(500) }),
]);

/**
 * Answers a tenant's request for seats: approving sells them in the same transaction, declining needs a word. The admin
 * who asked gets a letter about either.
 */
export async function answerSeatRequest(
  caller: StaffCaller,
  requestId: string,
  input: unknown,
): Promise<RequestAnswered> {
  if (!isId(requestId)) return { ok: false, reason: "not-here" };
  const parsed = answerSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-word" };
  const { decision, word } = parsed.data;
  return inPlatform(caller.scope, async (tx) => {
    const request = await readSeatRequest(tx, requestId);
    if (request === null) return { ok: false, reason: "not-here" };
    const tenant = await lockTenant(tx, request.tenantId);
    if (tenant === null) return { ok: false, reason: "not-here" };
    const before = tenant.seatsPurchased;
    const after = decision === "approve" ? before + request.seats : before;
    if (after > MOST_SEATS) return { ok: false, reason: "too-many" };
    const state = decision === "approve" ? "approved" : "declined";
    if (!(await settleSeatRequest(tx, request.id, state, word === "" ? null : word)))
      return { ok: false, reason: "answered-already" };
    await writeDown(tx, request, { state, word, before, after });
    return { ok: true, before, after };
  });
}

async function writeDown(
  tx: PlatformTx,
  { id, tenantId, seatId, seats }: SeatRequest,
  answer: { state: "approved" | "declined"; word: string; before: number; after: number },
): Promise<void> {
  const { state, word, before, after } = answer;
  if (after !== before) await setPurchased(tx, tenantId, after);
  await recordAudit(tx, [
    { tenantId, verb: `seats.${state}`, subject: id, facts: { seats, before, after, word } },
  ]);
  await writeLetters(tx, [
    { tenantId, seatId, kind: "seats-answered", aboutId: id, facts: { purchased: after } },
  ]);
}
