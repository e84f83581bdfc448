import { listAdmins as listAdminRows } from "@/db/admins";
import { inPlatform } from "@/db/in-platform";
import type { Person } from "@/db/people";
import type { StaffCaller } from "@/lib/access/enter-staff";

export type { Person };

/** Staff look after a tenant's first way in, not after all of its people. */
const MOST = 50;

/** The admins of a tenant with their stage and letter, so that staff see why none of them can get in. */
export async function listAdmins(caller: StaffCaller, tenantId: string): Promise<Person[]> {
  return inPlatform(caller.scope, (tx) => listAdminRows(tx, tenantId, MOST));
}
