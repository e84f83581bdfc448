"use server";

import { revalidatePath } from "next/cache";
import { enterStaffByAction } from "@/lib/access/enter-staff-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { answerSeatRequest } from "@/lib/tenants/answer-seat-request";

export async function answerSeatRequestAction(requestId: string, input: unknown): Promise<Answer> {
  const entry = await enterStaffByAction();
  if (!entry.ok) return REFUSED;
  const answered = await answerSeatRequest(entry.caller, requestId, input);
  revalidatePath("/staff", "layout");
  if (answered.ok) {
    const { before, after } = answered;
    return after === before
      ? { ok: true, message: "Declined. The admin gets a letter." }
      : { ok: true, message: `${after.toLocaleString("en-US")} seats purchased. The admin gets a letter.` };
  }
  switch (answered.reason) {
    case "bad-word":
      return { ok: false, message: "To decline, give the admin a word why, up to 500 signs." };
    case "answered-already":
      return { ok: true, message: "This request was answered already" };
    case "too-many":
      return { ok: false, message: "That would be more than 1,000,000 seats." };
    default:
      return REFUSED;
  }
}
