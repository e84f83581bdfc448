import type { BadRow, Role } from "./read-roster";
import { longestName } from "./read-roster/settle-row";

/** A row with a problem, as read or as kept; what does not belong to its problem may be missing. */
export type ProblemRow = {
  line: number;
  typed: string;
  problem: BadRow["problem"];
  sameAs?: number | null;
  typedRole?: string | null;
  role?: Role | null;
  roleThere?: Role;
};

/** Says to a person what is wrong with a row and what to do about it, in a sentence or two. */
export function describeProblem(row: ProblemRow): string {
  switch (row.problem) {
    case "missing-address":
      return "There is no email address. Add one, or remove the line.";
    case "bad-address":
      return `“${row.typed}” is not an email address${whatIsWrong(row.typed)}. Write it like ada@company.example.`;
    case "unsupported-address":
      return `“${row.typed}” can't be used to sign in: letters with accents, quotes or a bare IP address are not accepted. Ask for another address.`;
    case "address-too-long":
      return "The email address is too long: at most 64 characters before the @ and 254 in all. Check it for text that doesn't belong there.";
    case "unknown-role":
      return `${row.typedRole ? `“${row.typedRole}”` : "This"} is not a role. Write viewer, editor or admin, or leave it blank for viewer.`;
    case "name-too-long":
      return `The name is longer than ${longestName} characters. Shorten it.`;
    case "same-as-line":
      return describeRepeat(row);
  }
}

/** The one thing that keeps a text from being an address, where it can be named. */
function whatIsWrong(typed: string): string {
  const [, domain = "", ...more] = typed.split("@");
  if (!typed.includes("@")) return ": it has no @";
  if (more.length > 0) return ": it has more than one @";
  if (/\s/.test(typed)) return ": there is a blank in it";
  if (typed.startsWith("@")) return ": nothing stands before the @";
  if (domain === "") return ": nothing stands behind the @";
  if (!domain.includes(".")) return ": what stands behind the @ needs a dot";
  return "";
}

function describeRepeat({ line, sameAs, role, roleThere }: ProblemRow): string {
  const place = sameAs && sameAs !== line ? `on line ${sameAs}` : "on the same line";
  if (role && roleThere && role !== roleThere)
    return `This address is already ${place}, as ${roleThere}: that is what counts. For ${role}, change it there.`;
  return `This address is already ${place}. It counts once.`;
}
