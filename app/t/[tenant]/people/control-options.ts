import { roleWords } from "@/app/role-words";
import { stateWords } from "@/app/state-words";
import {
  type PeopleChoice,
  type PeopleSort,
  type RoleChoice,
  roleChoices,
  type StateChoice,
  sortChoices,
  stateChoices,
} from "@/lib/seats/choose-people";

const sortWords: Record<PeopleSort, string> = {
  name: "By name",
  address: "By address",
  newest: "Newest first",
  oldest: "Oldest first",
};

function stateLabel(choice: StateChoice): string {
  if (choice === "held") return "All with a seat";
  return choice === "gone" ? "Seats taken back" : stateWords[choice].word;
}

function roleLabel(choice: RoleChoice): string {
  return choice === "any" ? "Any role" : roleWords[choice];
}

/** Which people a list shows and in what order, for paper. */
export function describeChoice({ state, role, sort, search }: PeopleChoice): string {
  const found = search === "" ? [] : [`found by “${search}”`];
  const order = search === "" ? [sortWords[sort].toLowerCase()] : [];
  return [stateLabel(state), roleLabel(role).toLowerCase(), ...found, ...order].join(", ");
}

/** The choices of the list's controls, in words. */
export const controlOptions = {
  state: stateChoices.map((value) => ({ value, label: stateLabel(value) })),
  role: roleChoices.map((value) => ({ value, label: roleLabel(value) })),
  sort: sortChoices.map((value) => ({ value, label: sortWords[value] })),
};
