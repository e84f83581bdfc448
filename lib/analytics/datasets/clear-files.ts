import { failStaleUploads, failSuperseded, listClearable, noteCleared } from "@/db/dataset-files";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { env } from "@/lib/base/env";
import { removeUpload, storeHere } from "../store-here";
import { DELETED_DAYS } from "./deleted-days";

const UPLOAD_HOURS = 24;
const AT_ONCE = 100;

/** Clears away the files of versions that nobody can ask for any more. Killed between, it does so at the next sweep. */
export async function clearFiles(scope: PlatformScope): Promise<void> {
  const age = {
    keptVersions: env().ANALYTICS_VERSIONS,
    deletedDays: DELETED_DAYS,
    uploadHours: UPLOAD_HOURS,
  };
  const clearable = await inPlatform(scope, async (tx) => {
    await failStaleUploads(tx, UPLOAD_HOURS);
    await failSuperseded(tx);
    return listClearable(tx, age, AT_ONCE);
  });
  for (const { tenantId, versionId, storageKey } of clearable) {
    if (storageKey !== null) await storeHere().remove(storageKey);
    await removeUpload(versionId);
    await inPlatform(scope, (tx) => noteCleared(tx, { tenantId, versionId }));
  }
}
