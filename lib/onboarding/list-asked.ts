import { type AskedPerson, listAskedPeople } from "@/db/asked-people";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";

export type { AskedPerson };

const SHOWN = 10;

/** People whose invitation ran out and who asked for a new letter: the latest ten, and how many there are. */
export async function listAsked(
  caller: TenantCaller,
): Promise<{ people: readonly AskedPerson[]; count: number }> {
  if (!may(caller.role, "see-people")) return { people: [], count: 0 };
  return inTenant(caller.scope, (tx) => listAskedPeople(tx, SHOWN));
}
