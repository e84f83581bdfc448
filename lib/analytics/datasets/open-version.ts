import { readVersion } from "@/db/dataset-versions";
import type { Dataset, DatasetVersion } from "@/db/datasets";
import { inTenant } from "@/db/in-tenant";
import type { TenantCaller } from "@/lib/access/enter-tenant";
import { may } from "@/lib/access/policy";
import { type ImportOptions, type Proposal, type Rejects, rejectsSchema } from "@/lib/base/dataset-file";
import { isId } from "@/lib/base/ids";
import { type BrokenChart, listBroken } from "./list-broken";
import { readOptions, readProposal } from "./read-decided";

export type OpenVersion = {
  dataset: Dataset;
  version: DatasetVersion;
  proposal: Proposal | null;
  options: ImportOptions | null;
  rejects: Rejects | null;
  /** Charts that would need attention once this version takes the dataset's place. */
  broken: BrokenChart[];
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
    const isWaiting = version.status === "ready" && dataset.currentVersionId !== version.id;
    const at = { tenantId: caller.scope.tenantId, versionId };
    const rejects = rejectsSchema.safeParse(version.rejects);
    return {
      dataset,
      version,
      proposal: readProposal(version.proposal),
      options: readOptions(version.options),
      rejects: rejects.success ? rejects.data : null,
      broken: isWaiting ? await listBroken(tx, at) : [],
    };
  });
}
