/** What a column of a dataset holds. `decimal` is exact, with up to four digits behind the point; `number` is a double. */
export const columnKinds = ["text", "integer", "decimal", "number", "boolean", "date", "timestamp"] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Whether values of this kind can be added up. */
export function isNumeric(kind: ColumnKind): boolean {
  return kind === "integer" || kind === "decimal" || kind === "number";
}

/** Whether values of this kind lie on a time line. */
export function isTemporal(kind: ColumnKind): boolean {
  return kind === "date" || kind === "timestamp";
}
