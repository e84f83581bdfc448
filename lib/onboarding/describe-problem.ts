import type { BadRow } from "./read-roster";
import { longestName } from "./read-roster/settle-row";

/** A row with a problem, as read or as kept; what does not belong to its problem may be missing. */
export type ProblemRow = {
  line: number;
  typed: string;
  problem: BadRow["problem"];
  sameAs?: number | null;
  typedRole?: string | null;
};

/** Says to a person what is wrong with a row and what to do about it, in a sentence or two. */
export function describeProblem(row: ProblemRow): string {
  switch (row.problem) {
    case "missing-address":
      return "There is no email address. Add one, or remove the line.";
    case "bad-address":
      return `“${row.typed}” is not an email address. Write it like ada@company.example.`;
    case "unsupported-address":
      return `“${row.typed}” can't be used to sign in: letters with accents, quotes or a bare IP address are not accepted. Ask for another address.`;
    case "address-too-long":
      return "The email address is too long: at most 64 characters before the @ and 254 in all. Check it for text that doesn't belong there.";
    case "unknown-role":
      return `${row.typedRole ? `“${row.typedRole}”` : "This"} is not a role. Write viewer or admin, or leave it blank for viewer.`;
    case "name-too-long":
      return `The name is longer than ${longestName} characters. Shorten it.`;
    case "same-as-line":
      return row.sameAs && row.sameAs !== row.line
        ? `This address is already on line ${row.sameAs}. It counts once.`
        : "This address is already on the same line. It counts once.";
  }
}
