import type { BadRow, RosterRow } from "./roster-row";

/** A good row whose mailbox stood on an earlier good row becomes a problem that names that line. */
export function settleRepeats(rows: readonly RosterRow[]): RosterRow[] {
  const firstLines = new Map<string, number>();
  return rows.map((row): RosterRow => {
    if (row.problem !== null) return row;
    const sameAs = firstLines.get(row.email);
    if (sameAs === undefined) {
      firstLines.set(row.email, row.line);
      return row;
    }
    const repeat: BadRow = { ...row, problem: "same-as-line", sameAs };
    return repeat;
  });
}
