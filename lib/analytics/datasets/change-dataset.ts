import { recordAudit } from "@/db/audit";
import { markDatasetDeleted, renameDataset, restoreDataset } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import { lockOwnTenant } from "@/db/tenants";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { isId } from "@/lib/base/ids";
import { titleSchema } from "../title";
import { DELETED_DAYS } from "./deleted-days";

export type DatasetChanged =
  | { ok: true }
  | { ok: false; reason: "not-allowed" | "gone" | "bad-name" | "name-taken" };

/** Gives a dataset another name. */
export async function nameDataset(caller: TenantCaller, id: string, typed: string): Promise<DatasetChanged> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  const name = titleSchema.safeParse(typed);
  if (!name.success) return { ok: false, reason: "bad-name" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    // Two that want the same name come one after the other.
    await lockOwnTenant(tx);
    const renamed = await renameDataset(tx, id, name.data);
    if (typeof renamed === "string")
      return { ok: false, reason: renamed === "taken" ? "name-taken" : "gone" };
    const facts = { before: renamed.before, after: name.data };
    if (facts.before !== facts.after)
      await recordAudit(tx, [
        { tenantId: caller.scope.tenantId, verb: "dataset.renamed", subject: id, facts },
      ]);
    return { ok: true };
  });
}

/** `hadData`: it can be had back. What never came to be can not. */
export type DatasetDeleted = { ok: true; hadData: boolean } | { ok: false; reason: "not-allowed" | "gone" };

/** Deletes a dataset. It can be restored until its files are cleared away, a week later. */
export async function deleteDataset(caller: TenantCaller, id: string): Promise<DatasetDeleted> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    const deleted = await markDatasetDeleted(tx, id);
    if (deleted === null) return { ok: false, reason: "gone" };
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "dataset.deleted", subject: id }]);
    return { ok: true, ...deleted };
  });
}

/** Takes a deletion back: the dataset and its charts are there as before. */
export async function undeleteDataset(caller: TenantCaller, id: string): Promise<DatasetChanged> {
  if (!may(caller.role, "manage-datasets")) return { ok: false, reason: "not-allowed" };
  if (!isId(id)) return { ok: false, reason: "gone" };
  return inTenant(caller.scope, async (tx) => {
    await lockOwnTenant(tx);
    const restored = await restoreDataset(tx, id, DELETED_DAYS);
    if (restored !== "restored") return { ok: false, reason: restored === "taken" ? "name-taken" : "gone" };
    await recordAudit(tx, [{ tenantId: caller.scope.tenantId, verb: "dataset.restored", subject: id }]);
    return { ok: true };
  });
}
