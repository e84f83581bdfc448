import { recordAudit } from "@/db/audit";
import { moveVersion, readVersion } from "@/db/dataset-versions";
import { wishCheck, wishImport } from "@/db/file-wishes";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { encodings, importOptionsSchema } from "@/lib/base/dataset-file";
import { isId } from "@/lib/base/ids";
import { readDecided, readProposal } from "./read-decided";

export type ImportDecided =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "not-allowed"
        | "gone"
        | "not-asked"
        | "bad-choice"
        | "no-number-mark"
        | "no-date-order"
        | "bad-lines";
    };

/**
 * Says what each column of a file becomes, and what of values and lines that do not fit; the import begins. Also the
 * answer to values that did not fit at the first try: nothing is left out that nobody said to leave out.
 */
export async function decideImport(
  caller: TenantCaller,
  versionId: string,
  input: unknown,
): Promise<ImportDecided> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  const parsed = importOptionsSchema.safeParse(input);
  if (!parsed.success) return { ok: false, reason: "bad-choice" };
  const decided = parsed.data;
  if (!isId(versionId)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readVersion(tx, versionId);
    if (found === null) return { ok: false, reason: "gone" };
    const proposal = readProposal(found.version.proposal);
    if (proposal?.asks !== "columns") return { ok: false, reason: "not-asked" };
    if (decided.columns.length !== proposal.columns.length) return { ok: false, reason: "bad-choice" };
    if (decided.columns.some(({ kind }) => kind === null)) return { ok: false, reason: "no-number-mark" };
    const isUnclear = proposal.columns.some(
      ({ dates }, place) => dates.order === null && decided.columns[place]?.kind === "date",
    );
    if (isUnclear && decided.dateOrder === null) return { ok: false, reason: "no-date-order" };
    if (proposal.badLines.count > 0 && !decided.leaveOutBadLines) return { ok: false, reason: "bad-lines" };
    const at = { tenantId: caller.scope.tenantId, versionId };
    const options = { ...readDecided(found.version.options), decided };
    const change = { status: "importing", options, rejects: null } as const;
    if (!(await moveVersion(tx, at, ["needs-input", "needs-attention"], change)))
      return { ok: false, reason: "not-asked" };
    const facts = { version: found.version.n };
    await recordAudit(tx, [
      { tenantId: at.tenantId, verb: "dataset.decided", subject: found.dataset.id, facts },
    ]);
    await wishImport(tx, at);
    return { ok: true };
  });
}

/** Says how the characters of a file are written, where it does not say so itself; it is looked into anew. */
export async function decideEncoding(
  caller: TenantCaller,
  versionId: string,
  typed: string,
): Promise<ImportDecided> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  const encoding = encodings.find((one) => one === typed);
  if (encoding === undefined) return { ok: false, reason: "bad-choice" };
  if (!isId(versionId)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    const found = await readVersion(tx, versionId);
    if (found === null) return { ok: false, reason: "gone" };
    if (readProposal(found.version.proposal)?.asks !== "encoding") return { ok: false, reason: "not-asked" };
    const at = { tenantId: caller.scope.tenantId, versionId };
    const change = { status: "checking", options: { encoding, decided: null }, proposal: null } as const;
    if (!(await moveVersion(tx, at, ["needs-input"], change))) return { ok: false, reason: "not-asked" };
    const facts = { version: found.version.n, encoding };
    await recordAudit(tx, [
      { tenantId: at.tenantId, verb: "dataset.encoding-chosen", subject: found.dataset.id, facts },
    ]);
    await wishCheck(tx, at);
    return { ok: true };
  });
}
