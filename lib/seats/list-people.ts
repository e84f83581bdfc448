import { inTenant } from "@/db/in-tenant";
import { listPeople as listPeopleRows, type Person } from "@/db/people";
import { hasOtherAdmin } from "@/db/seats";
import { readOwnTenant, type SeatCounts, seatCounts } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import type { Page, PageRequest } from "@/lib/base/page";
import { type PeopleChoice, toFilter } from "./choose-people";

export type { Person, SeatCounts };

export type PeoplePage =
  | {
      ok: true;
      people: Page<Person>;
      counts: SeatCounts;
      /** Whether the person who asks is the organisation's only active admin. */
      isOnlyAdmin: boolean;
    }
  | { ok: false; reason: "not-allowed" };

/** One page of the people whom the choices mean, with the tenant's seat counts of the same moment. */
export async function listPeople(
  caller: TenantCaller,
  choice: PeopleChoice,
  page: PageRequest,
): Promise<PeoplePage> {
  if (!may(caller.role, "see-people")) return { ok: false, reason: "not-allowed" };
  return inTenant(caller.scope, async (tx) => ({
    ok: true,
    people: await listPeopleRows(tx, { filter: toFilter(choice), sort: choice.sort, page }),
    counts: seatCounts(await readOwnTenant(tx)),
    isOnlyAdmin: !(await hasOtherAdmin(tx, caller.seatId)),
  }));
}
