import { inTenant } from "@/db/in-tenant";
import { type PeopleTally, tallyPeople } from "@/db/people";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type PeopleChoice, toFilter } from "./choose-people";

export type { PeopleTally };

/** How many people the choices mean, by state and role. Asked for before a bulk act, never to draw a list. */
export async function countPeople(
  caller: TenantCaller,
  choice: PeopleChoice,
): Promise<{ ok: true; tally: PeopleTally[] } | { ok: false; reason: "not-allowed" }> {
  if (!may(caller.role, "see-people")) return { ok: false, reason: "not-allowed" };
  return { ok: true, tally: await inTenant(caller.scope, (tx) => tallyPeople(tx, toFilter(choice))) };
}
