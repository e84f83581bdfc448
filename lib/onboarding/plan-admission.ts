import type { NewImportRow } from "@/db/imports";
import { newId } from "@/lib/base/ids";
import { describeProblem } from "./describe-problem";
import type { Role, RosterRow } from "./read-roster";

/** What will become of one row of a roster if it is admitted now. */
export type PlannedRow = NewImportRow & { mailbox: string | null };

/**
 * Decides the fate of each row: in order, a row with a problem is bad, a person who holds a seat already keeps it and
 * its role, a row that the admin left out stays out, and every other row takes one seat.
 * @param held the role of each canonical mailbox that holds a seat in this tenant
 * @param leftOut positions in the roster (1 is the first row) that the admin does not want
 */
export function planAdmission(
  rows: RosterRow[],
  held: ReadonlyMap<string, Role>,
  leftOut: ReadonlySet<number>,
): PlannedRow[] {
  return rows.map((row, index) => {
    const { line, typed, name, role } = row;
    const position = index + 1;
    const base = {
      position,
      line,
      typed,
      name,
      role,
      mailbox: null,
      problem: null,
      detail: null,
      sameAs: null,
      seatId: null,
    };
    if (row.problem !== null) {
      const sameAs = row.problem === "same-as-line" ? row.sameAs : null;
      return { ...base, outcome: "bad", problem: row.problem, detail: describeProblem(row), sameAs };
    }
    const heldRole = held.get(row.email);
    if (heldRole !== undefined) {
      const detail = heldRole === role ? null : `Stays ${heldRole}: a list changes nobody's role.`;
      return { ...base, mailbox: row.email, outcome: "already", role: heldRole, detail };
    }
    if (leftOut.has(position)) return { ...base, mailbox: row.email, outcome: "left-out" };
    return { ...base, mailbox: row.email, outcome: "admitted", seatId: newId() };
  });
}
