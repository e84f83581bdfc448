import { type SharedFilters, sharedFiltersSchema } from "@/lib/analytics/shared-filters";
import { many, type Query, readValues } from "./spec-address";

/** What a dashboard's address narrows its charts to; null when it says nothing, and the dashboard's own counts. */
export function readFilters(query: Query): SharedFilters | null {
  if (query.narrow === undefined) return null;
  const [names, ops, values] = [many(query.fn), many(query.fo), many(query.fv)];
  const rows = names.map((name, n) => ({
    name,
    op: ops[n] ?? "",
    values: readValues(ops[n] ?? "", values[n] ?? ""),
  }));
  const filters = rows.filter(({ name }) => name.trim() !== "");
  const range = { from: many(query.from)[0] || null, to: many(query.to)[0] || null };
  const parsed = sharedFiltersSchema.safeParse({ ...range, filters });
  return parsed.success ? parsed.data : null;
}
