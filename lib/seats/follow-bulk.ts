import { type BulkAct, type BulkRowNow, listBulkRows, readBulkAct, tallyBulkAct } from "@/db/bulk-acts";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { type BulkOutcome, isBulkOutcome } from "./bulk-outcome";

export type { BulkAct, BulkOutcome };

export type BulkPerson = Omit<BulkRowNow, "outcome"> & { outcome: BulkOutcome | null };

export type BulkFollowed =
  | {
      ok: true;
      act: BulkAct;
      tally: Map<BulkOutcome, number>;
      /** Whose turn is still to come. */
      left: number;
      rows: BulkPerson[];
      hasNext: boolean;
    }
  | { ok: false; reason: "not-allowed" | "not-here" };

/** A bulk act as it stands at this moment: the same in every tab, whoever watches and whoever closed theirs. */
export async function followBulk(
  caller: TenantCaller,
  actId: string,
  page: { after: number; limit: number },
): Promise<BulkFollowed> {
  if (!may(caller.role, "see-people")) return { ok: false, reason: "not-allowed" };
  if (!isId(actId)) return { ok: false, reason: "not-here" };
  return inTenant(caller.scope, async (tx) => {
    const act = await readBulkAct(tx, actId);
    if (act === null) return { ok: false, reason: "not-here" };
    const counted = await tallyBulkAct(tx, actId);
    const tally = new Map(
      counted.flatMap(({ outcome, count }) => (isBulkOutcome(outcome) ? [[outcome, count] as const] : [])),
    );
    const left = counted.find(({ outcome }) => outcome === null)?.count ?? 0;
    const { rows, hasNext } = await listBulkRows(tx, actId, page);
    const people = rows.map((row) => ({ ...row, outcome: isBulkOutcome(row.outcome) ? row.outcome : null }));
    return { ok: true, act, tally, left, rows: people, hasNext };
  });
}
