import type { BadRow, GoodRow, RosterRow } from "./roster-row";

/** A good row whose mailbox stood on an earlier good row becomes a problem that names that line. */
export function settleRepeats(rows: readonly RosterRow[]): RosterRow[] {
  const firsts = new Map<string, GoodRow>();
  return rows.map((row): RosterRow => {
    if (row.problem !== null) return row;
    const first = firsts.get(row.email);
    if (first === undefined) {
      firsts.set(row.email, row);
      return row;
    }
    const repeat: BadRow = { ...row, problem: "same-as-line", sameAs: first.line, roleThere: first.role };
    return repeat;
  });
}
