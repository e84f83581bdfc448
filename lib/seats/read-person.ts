import { inTenant } from "@/db/in-tenant";
import { type Person, readPerson as readPersonRow } from "@/db/people";
import { hasOtherAdmin } from "@/db/seats";
import { listTimeline, type TimelineEntry } from "@/db/timeline";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type Receipt, readReceipt } from "./read-receipt";

export type { Person, Receipt, TimelineEntry };

const MOST_ENTRIES = 200;

export type PersonFile =
  | {
      ok: true;
      person: Person;
      /** Newest first; at most 200. */
      timeline: TimelineEntry[];
      hasMore: boolean;
      /** How far the last removal or restoration has come; null for somebody who was never taken back. */
      receipt: Receipt | null;
      /** Whether the person who asks is the organisation's only active admin. */
      isOnlyAdmin: boolean;
    }
  | { ok: false; reason: "not-allowed" | "not-here" };

/** One person of the tenant, with everything that happened to their seat. */
export async function readPerson(caller: TenantCaller, seatId: string): Promise<PersonFile> {
  if (!may(caller.role, "see-people")) return { ok: false, reason: "not-allowed" };
  if (!isId(seatId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const person = await readPersonRow(tx, seatId);
    if (person === null) return { ok: false, reason: "not-here" };
    const entries = await listTimeline(tx, seatId, MOST_ENTRIES + 1);
    return {
      ok: true,
      person,
      timeline: entries.slice(0, MOST_ENTRIES),
      hasMore: entries.length > MOST_ENTRIES,
      receipt: readReceipt(person.seat, entries),
      isOnlyAdmin: !(await hasOtherAdmin(tx, caller.seatId)),
    };
  });
}
