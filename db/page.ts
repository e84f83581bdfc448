import { asc, desc, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";

/** Whether a list runs from the smallest key to the largest or the other way round. */
export type ListOrder = "ascending" | "descending";

/**
 * The condition that puts rows beyond the cursor.
 * @param key the sort key as a row value, unique by its last part
 * @param keyOf a query for the same key of the row that the cursor names
 */
export function beyond(
  { cursor }: PageRequest,
  key: SQL,
  keyOf: (id: string) => SQL,
  order: ListOrder = "ascending",
): SQL | undefined {
  if (cursor === null) return undefined;
  const upwards = (cursor.direction === "after") === (order === "ascending");
  return sql`${key} ${upwards ? sql`>` : sql`<`} (${keyOf(cursor.id)})`;
}

/** The order in which a page is read: against the list's own when it lies before the cursor. */
export function pageOrder(
  { cursor }: PageRequest,
  columns: SQLWrapper[],
  order: ListOrder = "ascending",
): SQL[] {
  const upwards = (cursor?.direction !== "before") === (order === "ascending");
  return columns.map((column) => (upwards ? asc(column) : desc(column)));
}

/** Makes a page of `limit + 1` rows read in `pageOrder`. */
export function toPage<Row>({ cursor, limit }: PageRequest, rows: Row[]): Page<Row> {
  const more = rows.length > limit;
  const kept = rows.slice(0, limit);
  if (cursor?.direction === "before") return { rows: kept.reverse(), hasPrevious: more, hasNext: true };
  return { rows: kept, hasPrevious: cursor !== null, hasNext: more };
}
