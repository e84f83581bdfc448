import { cleanText } from "@/lib/base/clean-text";
import { canonicalMailbox } from "@/lib/base/mailbox";
import { readRole } from "./read-role";
import type { Draft, RosterRow } from "./roster-row";

export const longestName = 120;
const longestShown = 320;

const addressProblems = {
  missing: "missing-address",
  malformed: "bad-address",
  unsupported: "unsupported-address",
  "too-long": "address-too-long",
} as const;

/** Judges one person by themselves. The address comes first, then the role, then the name. */
export function settleRow(draft: Draft): RosterRow {
  const written = {
    line: draft.line,
    typed: cut(cleanText(draft.typed), longestShown),
    name: cleanText(draft.name),
  };
  const short = { ...written, name: cut(written.name, longestName) };
  const role = readRole(draft.role);
  const reading = canonicalMailbox(draft.typed);
  if (!reading.ok) return { ...short, problem: addressProblems[reading.reason], email: null, role };
  const email = reading.mailbox;
  if (role === null) {
    const typedRole = cut(cleanText(draft.role), longestName);
    return { ...short, problem: "unknown-role", email, role, typedRole };
  }
  if (short.name !== written.name) return { ...short, problem: "name-too-long", email, role };
  return { ...written, email, role, problem: null };
}

/** Counts as the database does, by code points; what is cut off shows as an ellipsis. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const signs = Array.from(text.slice(0, 2 * longest + 2));
  return signs.length <= longest ? text : `${signs.slice(0, longest - 1).join("")}…`;
}
