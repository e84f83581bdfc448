"use server";

import { revalidatePath } from "next/cache";
import { enterTenantByAction } from "@/lib/access/enter-tenant-by-action";
import { type Answer, REFUSED } from "@/lib/base/answer";
import { requestSeats } from "@/lib/tenants/request-seats";

/** An answer that may point at the field that is at fault. */
export type RequestAnswer = Answer & { field?: "seats" | "reason" };

export async function requestSeatsAction(slug: string, input: unknown): Promise<RequestAnswer> {
  const entry = await enterTenantByAction(slug);
  if (!entry.ok) return REFUSED;
  const requested = await requestSeats(entry.caller, input);
  revalidatePath(`/t/${entry.caller.slug}/seats`);
  if (requested.ok) return { ok: true, message: "Your request was sent. You get a letter with the answer." };
  switch (requested.reason) {
    case "bad-number":
      return { ok: false, field: "seats", message: "Give a whole number from 1 to 100,000." };
    case "bad-reason":
      return {
        ok: false,
        field: "reason",
        message: "Say in a few words what they are for, up to 500 signs.",
      };
    case "open-already":
      return { ok: false, message: "A request is open already. Wait for its answer." };
    default:
      return REFUSED;
  }
}
