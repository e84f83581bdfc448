import { type SharedFilters, sharedFiltersSchema } from "@/lib/analytics/shared-filters";
import { isList, type Query } from "./spec-address";
import { joinList, splitList } from "./split-list";

/** What a dashboard's address narrows its charts to; null when it says nothing, and the dashboard's own counts. */
export function readFilters(query: Query): SharedFilters | null {
  if (query.narrow === undefined) return null;
  const [names, ops, values] = [many(query.fn), many(query.fo), many(query.fv)];
  const filters = names.flatMap((name, n) => {
    const [op = "", text = ""] = [ops[n], values[n]];
    if (name.trim() === "") return [];
    if (op === "is_null" || op === "not_null") return [{ name, op, values: [] }];
    return [{ name, op, values: op === "in" || op === "not_in" ? splitList(text) : [text] }];
  });
  const range = { from: many(query.from)[0] || null, to: many(query.to)[0] || null };
  const parsed = sharedFiltersSchema.safeParse({ ...range, filters });
  return parsed.success ? parsed.data : null;
}

/** A filter's values in one field. */
export function fieldText({ op, values }: SharedFilters["filters"][number]): string {
  return isList(op) ? joinList(values) : (values[0] ?? "");
}

function many(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}
