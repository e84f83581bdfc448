import { inPlatform } from "@/db/in-platform";
import { countOpenRequests } from "@/db/seat-requests";
import type { StaffCaller } from "@/lib/access/enter-staff";

/** How many requests for seats wait for an answer. */
export async function countSeatRequests(caller: StaffCaller): Promise<number> {
  return inPlatform(caller.scope, countOpenRequests);
}
