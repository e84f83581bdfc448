import { type DatasetSize, listDatasetSizes } from "@/db/dataset-sizes";
import { inPlatform } from "@/db/in-platform";
import type { StaffCaller } from "@/lib/access/enter-staff";

export type { DatasetSize };

const MOST = 50;

/** How large a tenant's datasets are and where they stand, so that staff can help without seeing into them. */
export async function listSizes(caller: StaffCaller, tenantId: string): Promise<DatasetSize[]> {
  return inPlatform(caller.scope, (tx) => listDatasetSizes(tx, tenantId, MOST));
}
