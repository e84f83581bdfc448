import type { ImportOptions, TableProposal } from "@/lib/base/dataset-file";
import type { ColumnPlan } from "../engine/file-task";

type Known = readonly { name: string; cid: string }[];

/**
 * What each column of the file becomes. A column keeps the id that its name has had in this dataset, so that kept
 * charts go on asking it; a name that is new gets the next id, which none has had before.
 * @param known names and ids of all versions, the latest first
 */
export function planColumns(proposal: TableProposal, options: ImportOptions, known: Known): ColumnPlan[] {
  const ids = new Map<string, string>();
  for (const { name, cid } of known) if (!ids.has(keyOf(name))) ids.set(keyOf(name), cid);
  let next = Math.max(-1, ...known.map(({ cid }) => Number(cid.slice(1)))) + 1;
  return proposal.columns.map(({ name, dates, unclearMark: mark, hasThousands }, place) => {
    const { kind, scale = 0, onBad = "ask" } = options.columns[place] ?? {};
    const cid = ids.get(keyOf(name)) ?? `c${next++}`;
    const order = dates.order ?? options.dateOrder ?? "ymd";
    const written = { mark, hasThousands, dates: { order, separator: dates.separator } };
    return { cid, kind: kind ?? "text", scale, onBad, ...written };
  });
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}
