import type { PeopleChoice } from "@/lib/seats/choose-people";
import { KEPT } from "./search-cookie";

/** What a list's address says, besides the page: only what differs from the usual, and never an email address. */
export function listQuery({ state, role, sort, search }: PeopleChoice): string {
  const words = new URLSearchParams();
  if (state !== "held") words.set("state", state);
  if (role !== "any") words.set("role", role);
  if (sort !== "name") words.set("sort", sort);
  if (search.includes("@")) words.set("search", KEPT);
  else if (search !== "") words.set("q", search);
  return words.toString();
}

/** The address of a list under a path, with more to say behind the choices. */
export function listHref(path: string, choice: PeopleChoice, more: Record<string, string> = {}): string {
  const query = [listQuery(choice), new URLSearchParams(more).toString()].filter(Boolean).join("&");
  return query === "" ? path : `${path}?${query}`;
}
