import { inTenant } from "@/db/in-tenant";
import { listPeople, type Person } from "@/db/people";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { stillMay } from "@/lib/access/still-may";
import { csvLine } from "@/lib/base/csv-line";
import type { CsvText } from "@/lib/base/csv-text";
import { type PeopleChoice, type Role, type State, toFilter } from "./choose-people";

const PAGE_SIZE = 1_000;

/** How states and roles are called in the file. */
export type ExportWords = { states: Record<State, string>; roles: Record<Role, string> };

/**
 * Everybody whom the choices mean as CSV, page by page in the order of the list, with a byte order mark so that
 * spreadsheets read it as UTF-8. Each page is read in a short transaction of its own: who is changed meanwhile may
 * be in the file as before or after, once. It is cut off when the caller loses the right to it.
 */
export function exportPeople(
  caller: TenantCaller,
  choice: PeopleChoice,
  words: ExportWords,
): { ok: true; text: CsvText } | { ok: false; reason: "not-allowed" } {
  if (!may(caller.role, "see-people")) return { ok: false, reason: "not-allowed" };
  return { ok: true, text: writePages(caller, choice, words) };
}

async function* writePages(caller: TenantCaller, choice: PeopleChoice, words: ExportWords): CsvText {
  const head = ["Name", "Email", "Role", "State", "Seat since", "Invited", "First sign-in", "Last sign-in"];
  yield `\ufeff${csvLine([...head, "Taken back"])}`;
  const filter = toFilter(choice);
  for (let after: string | undefined; ; ) {
    const cursor = after === undefined ? null : { id: after, direction: "after" as const };
    const page = { cursor, limit: PAGE_SIZE };
    const read = await inTenant(caller.scope, async (tx) =>
      (await stillMay(tx, caller, "see-people")) ? listPeople(tx, { filter, sort: choice.sort, page }) : null,
    );
    if (read === null) return "cut-off";
    const { rows, hasNext } = read;
    yield rows.map((person) => toLine(person, words)).join("");
    after = rows.at(-1)?.seat.id;
    if (!hasNext || after === undefined) return;
  }
}

function toLine({ seat }: Person, { states, roles }: ExportWords): string {
  const { name, email, role, state, reservedAt, invitedAt, activatedAt, lastSignedInAt, releasedAt } = seat;
  const moments = [reservedAt, invitedAt, activatedAt, lastSignedInAt ?? activatedAt, releasedAt];
  return csvLine([name, email, roles[role], states[state], ...moments]);
}
