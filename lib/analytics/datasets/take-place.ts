import { recordAudit } from "@/db/audit";
import { switchVersion } from "@/db/dataset-versions";
import type { DatasetVersion } from "@/db/datasets";
import type { PlatformTx } from "@/db/in-platform";
import type { TenantTx } from "@/db/in-tenant";

/** Lets a version be the one that is asked from now on. One that is older than the current stays behind it. */
export async function takePlace(
  tx: TenantTx | PlatformTx,
  { tenantId, datasetId, id: versionId, n }: Pick<DatasetVersion, "tenantId" | "datasetId" | "id" | "n">,
): Promise<void> {
  const switched = await switchVersion(tx, { tenantId, datasetId, versionId, n });
  if (switched === null) return;
  const facts = { before: switched.before, after: n };
  await recordAudit(tx, [{ tenantId, verb: "dataset.switched", subject: datasetId, facts }]);
}
