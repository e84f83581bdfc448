import { canTakePlace, readVersion } from "@/db/dataset-versions";
import type { Dataset, DatasetVersion } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type ImportOptions, type Proposal, type Rejects, rejectsSchema } from "@/lib/base/dataset-file";
import { isId } from "@/lib/base/ids";
import { type ChangedColumn, listChangedColumns } from "./list-changed-columns";
import { readOptions, readProposal } from "./read-decided";

export type OpenVersion = {
  dataset: Dataset;
  version: DatasetVersion;
  proposal: Proposal | null;
  options: ImportOptions | null;
  rejects: Rejects | null;
  /** What people would miss once this version, which waits, takes the dataset's place. */
  changed: ChangedColumn[];
};

/** A version on its way in, for the admin who decides about it. Null for ids of others, and for those who may not. */
export async function openVersion(
  caller: TenantCaller,
  datasetId: string,
  versionId: string,
): Promise<OpenVersion | null> {
  if (!may(caller.role, "manage-datasets") || !isId(versionId)) return null;
  return inTenant(caller.scope, async (tx) => {
    const found = await readVersion(tx, versionId);
    if (found === null || found.dataset.id !== datasetId) return null;
    const { dataset, version } = found;
    const at = { tenantId: caller.scope.tenantId, versionId };
    const isWaiting = await canTakePlace(tx, { ...at, datasetId });
    const rejects = rejectsSchema.safeParse(version.rejects);
    return {
      dataset,
      version,
      proposal: readProposal(version.proposal),
      options: readOptions(version.options),
      rejects: rejects.success ? rejects.data : null,
      changed: isWaiting ? await listChangedColumns(tx, at) : [],
    };
  });
}
