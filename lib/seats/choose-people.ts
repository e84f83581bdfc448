import { type PeopleSort, peopleSorts } from "@/db/find-people";
import type { PeopleFilter } from "@/db/people-filter";
import { heldStates, releaseReasons, roles, states } from "@/db/schema/seats";
import { isRole, type Role, type State } from "@/db/seats";
import { cleanText } from "@/lib/base/clean-text";
import { foldText } from "@/lib/base/fold-text";

export type { PeopleFilter, PeopleSort, Role, State };

/** The choices of a list of people: everybody who holds a seat, everybody whose seat was taken back, or one state. */
export const stateChoices = ["held", ...heldStates, "gone", ...releaseReasons] as const;
export type StateChoice = (typeof stateChoices)[number];
export type RoleChoice = Role | "any";
export const roleChoices: readonly RoleChoice[] = ["any", ...roles];
export const sortChoices = peopleSorts;

/** What an admin asked to see, in the words of the page's own controls. */
export type PeopleChoice = { state: StateChoice; role: RoleChoice; sort: PeopleSort; search: string };

const LONGEST_SEARCH = 254;

/** Reads an admin's choices; what is none of ours is the usual choice instead. */
export function readChoice(words: Partial<Record<keyof PeopleChoice, unknown>>): PeopleChoice {
  return {
    state: stateChoices.find((choice) => choice === words.state) ?? "held",
    role: isRole(words.role) ? words.role : "any",
    sort: sortChoices.find((choice) => choice === words.sort) ?? "name",
    search: typeof words.search === "string" ? cleanText(words.search).slice(0, LONGEST_SEARCH) : "",
  };
}

/** The people whom the choices mean. */
export function toFilter({ state, role, search }: PeopleChoice): PeopleFilter {
  return {
    states: statesOf(state),
    roles: role === "any" ? roles : [role],
    search: foldText(search) || null,
  };
}

function statesOf(choice: StateChoice): readonly State[] {
  if (choice === "held") return heldStates;
  if (choice === "gone") return releaseReasons;
  return states.filter((state) => state === choice);
}
