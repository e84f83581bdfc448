import { and, eq, lt, sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";
import { datasetVersions } from "./schema/datasets";

/**
 * Versions whose files nobody can ask for any more; the platform clears them away. Those of a deleted dataset an hour
 * after it can last be had back, so that nobody has it back while they go.
 */
export async function listClearable(
  tx: PlatformTx,
  {
    keptVersions,
    deletedDays,
    uploadHours,
  }: { keptVersions: number; deletedDays: number; uploadHours: number },
  most: number,
): Promise<{ tenantId: string; versionId: string; storageKey: string | null }[]> {
  return tx.sql.execute<{ tenantId: string; versionId: string; storageKey: string | null }>(sql`
    select v.tenant_id as "tenantId", v.id as "versionId", v.storage_key as "storageKey"
    from dataset_versions v join datasets d on d.tenant_id = v.tenant_id and d.id = v.dataset_id
    where v.cleared_at is null and (
      d.deleted_at < now() - make_interval(days => ${deletedDays}, hours => 1)
      or v.status = 'failed'
      or (v.status = 'uploading' and v.created_at < now() - make_interval(hours => ${uploadHours}))
      or (v.status = 'ready' and v.id <> d.current_version_id and ${keptVersions} <= (
        select count(*) from dataset_versions r where r.tenant_id = v.tenant_id and r.dataset_id = v.dataset_id
          and r.status = 'ready' and r.n > v.n)))
    limit ${most}`);
}

/** Notes that a version's files are gone. */
export async function noteCleared(
  tx: PlatformTx,
  at: { tenantId: string; versionId: string },
): Promise<void> {
  await tx.sql
    .update(datasetVersions)
    .set({ clearedAt: sql`now()`, proposal: null, rejects: null })
    .where(and(eq(datasetVersions.tenantId, at.tenantId), eq(datasetVersions.id, at.versionId)));
}

/** Uploads that were announced long ago and never came, told as failed. */
export async function failStaleUploads(tx: PlatformTx, hours: number): Promise<void> {
  await tx.sql
    .update(datasetVersions)
    .set({ status: "failed", errorCode: "upload_missing" })
    .where(
      and(
        eq(datasetVersions.status, "uploading"),
        lt(datasetVersions.createdAt, sql`now() - make_interval(hours => ${hours})`),
      ),
    );
}

/** Files that nobody decided about, told as failed once a newer version of their dataset is ready. */
export async function failSuperseded(tx: PlatformTx): Promise<void> {
  await tx.sql.execute(sql`
    update dataset_versions v set status = 'failed', error_code = 'superseded'
    where v.status in ('needs-input', 'needs-attention') and exists (
      select 1 from dataset_versions r where r.tenant_id = v.tenant_id and r.dataset_id = v.dataset_id
        and r.status = 'ready' and r.n > v.n)`);
}
