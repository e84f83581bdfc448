import type { Entry } from "@/lib/access/enter-tenant";

type Refused = Extract<Entry, { ok: false }>["reason"] | "not-allowed";

/** What stands above a sentence on a list that nobody can read. */
export const UNREADABLE = "This list can't be read";

/**
 * Why nothing is done with a list for this person, and how they go on without losing it.
 * @param button what they pressed
 */
export function describeRefused(reason: Refused, button: "Preview" | "Invite") {
  return reason === "signed-out"
    ? ({
        ok: false,
        title: "You are not signed in any more",
        message: `Sign in again in another tab, then press ${button} again; your list stays here.`,
      } as const)
    : ({
        ok: false,
        title: "You can't do that (any more)",
        message: "Only an active admin of this organisation brings in people. Your list stays here.",
      } as const);
}
