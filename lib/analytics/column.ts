import type { ColumnKind } from "@/lib/base/column-kind";

/** What a question needs to know of a column. */
export type Column = { cid: string; name: string; kind: ColumnKind; scale: number };
