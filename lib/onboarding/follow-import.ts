import {
  type Import,
  type ImportRowNow,
  type ImportTally,
  listImportRows,
  readImport,
  tallyImport,
} from "@/db/imports";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";

export type { ImportRowNow };

/** How far an import has come, in rows. The other six sum to `total`. */
export type Progress = {
  total: number;
  /** Auth0 or the letter is still outstanding. */
  underWay: number;
  /** The letter is with the mail server, or the person came further already. */
  invited: number;
  /** Held a seat before. */
  already: number;
  /** Bad in the roster, not accepted by Auth0, or refused by the mail server: needs a look. */
  attention: number;
  /** Named by an earlier row of the same list already: counts once. */
  repeated: number;
  /** Left out by the admin, or released since. */
  out: number;
};

export type Followed =
  | { ok: true; head: Import; progress: Progress; rows: ImportRowNow[]; hasNext: boolean }
  | { ok: false; reason: "not-allowed" | "not-here" };

/** One import as it stands at this moment: the same in every tab, whoever watches and whoever closed theirs. */
export async function followImport(
  caller: TenantCaller,
  importId: string,
  page: { after: number; limit: number },
): Promise<Followed> {
  if (!may(caller.role, "import-people")) return { ok: false, reason: "not-allowed" };
  if (!isId(importId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const head = await readImport(tx, importId);
    if (head === null) return { ok: false, reason: "not-here" };
    const progress = sumUp(await tallyImport(tx, importId));
    return { ok: true, head, progress, ...(await listImportRows(tx, importId, page)) };
  });
}

/** Adds up the counted groups of rows. */
export function sumUp(tally: readonly ImportTally[]): Progress {
  const progress = { total: 0, underWay: 0, invited: 0, already: 0, attention: 0, repeated: 0, out: 0 };
  for (const group of tally) {
    progress.total += group.count;
    progress[partOf(group)] += group.count;
  }
  return progress;
}

function partOf(group: ImportTally): Exclude<keyof Progress, "total"> {
  const { outcome, isRepeat, stage, letterRefused } = group;
  if (isRepeat) return "repeated";
  if (outcome === "bad" || outcome === "failed") return "attention";
  if (outcome === "already") return "already";
  if (outcome === "left-out" || stage === "released") return "out";
  if (letterRefused) return "attention";
  return outcome === "admitted" || stage === "reserved" || stage === "imported" ? "underWay" : "invited";
}
