/** Which page of a list: the rows after or before the one that `cursor` names, or the first page. */
export type PageRequest = { cursor: { id: string; direction: "after" | "before" } | null; limit: number };

/** A page and whether there is more on either side of it. */
export type Page<Row> = { rows: Row[]; hasPrevious: boolean; hasNext: boolean };
