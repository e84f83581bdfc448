import type { ColumnKind } from "@/lib/base/column-kind";

type Named = { cid: string; name: string; kind: ColumnKind };

/** What a new version takes from those who ask: columns that are gone, or hold something else than before. */
export type Missing = { name: string; why: "gone" | "other-kind" };

/** Names what questions about the columns before can't ask of the columns after. */
export function missingFor(before: readonly Named[], after: readonly Named[]): Missing[] {
  const there = new Map(after.map((column) => [column.cid, column]));
  return before.flatMap(({ cid, name, kind }): Missing[] => {
    const now = there.get(cid);
    if (now === undefined) return [{ name, why: "gone" }];
    return now.kind === kind ? [] : [{ name, why: "other-kind" }];
  });
}
