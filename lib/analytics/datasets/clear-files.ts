import { type AuditEntry, recordAudit } from "@/db/audit";
import {
  type Clearable,
  failStaleUploads,
  failSuperseded,
  type GivenUp,
  listClearable,
  noteCleared,
} from "@/db/dataset-files";
import { inPlatform } from "@/db/in-platform";
import type { PlatformScope } from "@/db/scope";
import { env } from "@/lib/base/env";
import { removeUpload, storeHere } from "../store-here";
import { DELETED_DAYS } from "./deleted-days";
import { sweepFiles } from "./sweep-files";

const UPLOAD_HOURS = 24;
const AT_ONCE = 100;

/** Gives up what nobody waits for, clears away the files of versions that nobody can ask for any more, and sweeps up. */
export async function clearFiles(scope: PlatformScope): Promise<void> {
  const most = { keptVersions: env().ANALYTICS_VERSIONS, deletedDays: DELETED_DAYS };
  const clearable = await inPlatform(scope, async (tx) => {
    const stale = await failStaleUploads(tx, UPLOAD_HOURS, AT_ONCE);
    const superseded = await failSuperseded(tx, AT_ONCE);
    await recordAudit(tx, [...stale, ...superseded].map(refusedEntry));
    return listClearable(tx, most, AT_ONCE);
  });
  for (const each of clearable) {
    // Noted first: once it is, nobody has the version back. What a killed process leaves then is swept up a day later.
    const isNoted = await inPlatform(scope, async (tx) => {
      if (!(await noteCleared(tx, each))) return false;
      await recordAudit(tx, [clearedEntry(each)]);
      return true;
    });
    if (!isNoted) continue;
    if (each.storageKey !== null) await storeHere().remove(each.storageKey);
    await removeUpload(each.versionId);
  }
  await sweepFiles(scope);
}

function refusedEntry({ tenantId, datasetId, n, code }: GivenUp): AuditEntry {
  return { tenantId, verb: "dataset.refused", subject: datasetId, facts: { version: n, code } };
}

function clearedEntry({ tenantId, datasetId, n, bytes }: Clearable): AuditEntry {
  return { tenantId, verb: "dataset.cleared", subject: datasetId, facts: { version: n, bytes } };
}
