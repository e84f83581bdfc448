import { recordAudit } from "@/db/audit";
import { moveVersion } from "@/db/dataset-versions";
import type { DatasetVersion } from "@/db/datasets";
import type { PlatformTx } from "@/db/in-platform";
import type { FileRefused } from "../engine/file-task";

/** Ends a version whose file became nothing, with what its words need. One that has moved on stays as it is. */
export async function refuseVersion(
  tx: PlatformTx,
  { tenantId, id: versionId, datasetId, n, status }: DatasetVersion,
  { code, facts: errorFacts }: Pick<FileRefused, "code" | "facts">,
): Promise<void> {
  const change = { status: "failed", errorCode: code, errorFacts } as const;
  if (!(await moveVersion(tx, { tenantId, versionId }, [status], change))) return;
  const facts = { code, version: n };
  await recordAudit(tx, [{ tenantId, verb: "dataset.refused", subject: datasetId, facts }]);
}
