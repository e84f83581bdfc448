import { type PeopleChoice, readChoice } from "@/lib/seats/choose-people";
import { KEPT, readKeptSearch } from "./search-cookie";

export type ListQuery = Partial<
  Record<"state" | "role" | "sort" | "q" | "search" | "after" | "before", string>
>;

/** The choices that a list's address stands for; `isLost` when the searched address is no longer kept. */
export async function readListQuery(query: ListQuery): Promise<{ choice: PeopleChoice; isLost: boolean }> {
  const kept = query.search === KEPT ? await readKeptSearch() : undefined;
  const choice = readChoice({ ...query, search: kept ?? query.q });
  return { choice, isLost: query.search === KEPT && kept === undefined };
}
