import {
  type Import,
  type ImportPart,
  type ImportRowNow,
  type ImportTally,
  importParts,
  listImportRows,
  type RowCursor,
  readImport,
  tallyImport,
} from "@/db/imports";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import type { Page } from "@/lib/base/page";

export type { ImportPart, ImportRowNow };
export { importParts };

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
  | { ok: true; head: Import; progress: Progress; rows: Page<ImportRowNow> }
  | { ok: false; reason: "not-allowed" | "not-here" };

/**
 * One import as it stands at this moment: the same in every tab, whoever watches and whoever closed theirs.
 * @param page which of its rows: all in the order of the file, or those of one part
 */
export async function followImport(
  caller: TenantCaller,
  importId: string,
  page: { cursor: RowCursor; part: ImportPart | null; limit: number },
): Promise<Followed> {
  if (!may(caller.role, "import-people")) return { ok: false, reason: "not-allowed" };
  if (!isId(importId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const head = await readImport(tx, importId);
    if (head === null) return { ok: false, reason: "not-here" };
    const progress = sumUp(await tallyImport(tx, importId));
    return { ok: true, head, progress, rows: await listImportRows(tx, importId, page) };
  });
}

/** Adds up the counted parts. */
function sumUp(tally: readonly ImportTally[]): Progress {
  const progress = { total: 0, underWay: 0, invited: 0, already: 0, attention: 0, repeated: 0, out: 0 };
  for (const { part, count } of tally) {
    progress.total += count;
    progress[part] += count;
  }
  return progress;
}
