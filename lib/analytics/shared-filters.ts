import { z } from "zod";
import type { Dashboard } from "@/db/dashboards";
import { isTemporal } from "@/lib/base/column-kind";
import { fits } from "./check-spec";
import type { Column } from "./column";
import { type Filter, filterOperators, type Spec } from "./spec";

/**
 * What narrows every chart of a dashboard. Charts may look at several datasets, so columns are named as their files
 * name them; a chart whose dataset has no such column is told of, not narrowed.
 */
export const sharedFiltersSchema = z.strictObject({
  from: z.iso.date().nullable().default(null),
  to: z.iso.date().nullable().default(null),
  filters: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        op: z.enum(filterOperators),
        values: z.array(z.string().max(1_000)).max(50),
      }),
    )
    .max(5)
    .default([]),
});

export type SharedFilters = z.infer<typeof sharedFiltersSchema>;

export const noFilters: SharedFilters = { from: null, to: null, filters: [] };

/** The filters that a dashboard opens with; none when they were kept in words that this version does not know. */
export function readFilters({ filters }: Pick<Dashboard, "filters">): SharedFilters {
  return sharedFiltersSchema.catch(noFilters).parse(filters);
}

/** A chart's question as its dashboard narrows it, and the names of what could not be narrowed by. */
export type Narrowed = { spec: Spec; unmet: string[] };

/** Narrows a question by a dashboard's range and filters; the range takes the place of the question's own. */
export function narrow(spec: Spec, shared: SharedFilters, columns: readonly Column[]): Narrowed {
  const unmet: string[] = [];
  const added = shared.filters.flatMap(({ name, op, values }): Filter[] => {
    const column = columns.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (column !== undefined && values.every((value) => fits(column.kind, value)))
      return [{ column: column.cid, op, values }];
    unmet.push(name);
    return [];
  });
  const filters = [...spec.filters, ...added].slice(0, 10);
  if (shared.from === null && shared.to === null) return { spec: { ...spec, filters }, unmet };
  const range = { from: shared.from, to: shared.to };
  if (spec.time !== null) return { spec: { ...spec, filters, time: { ...spec.time, ...range } }, unmet };
  const temporal = columns.find(({ kind }) => isTemporal(kind));
  if (temporal === undefined) return { spec: { ...spec, filters }, unmet: [...unmet, "the time range"] };
  return { spec: { ...spec, filters, time: { column: temporal.cid, grain: null, ...range } }, unmet };
}
