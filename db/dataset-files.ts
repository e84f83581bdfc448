import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { FileError } from "@/lib/base/dataset-file";
import type { PlatformTx } from "./in-platform";
import { datasetVersions } from "./schema/datasets";

/** A version whose files can go. Bytes of the stored file; null when none was stored. */
export type Clearable = {
  tenantId: string;
  datasetId: string;
  versionId: string;
  n: number;
  storageKey: string | null;
  bytes: number | null;
};

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
): Promise<Clearable[]> {
  return tx.sql.execute<Clearable>(sql`
    select v.tenant_id as "tenantId", v.dataset_id as "datasetId", v.id as "versionId", v.n,
      v.storage_key as "storageKey", v.stored_bytes::float8 as bytes
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

/** Notes that a version's files are gone. Whether nobody had noted it before. */
export async function noteCleared(
  tx: PlatformTx,
  at: { tenantId: string; versionId: string },
): Promise<boolean> {
  const rows = await tx.sql
    .update(datasetVersions)
    .set({ clearedAt: sql`now()`, proposal: null, rejects: null })
    .where(
      and(
        eq(datasetVersions.tenantId, at.tenantId),
        eq(datasetVersions.id, at.versionId),
        isNull(datasetVersions.clearedAt),
      ),
    )
    .returning({ id: datasetVersions.id });
  return rows.length > 0;
}

/** A version that was given up, for the log. */
export type GivenUp = { tenantId: string; datasetId: string; n: number; code: FileError };

/** Uploads that were announced long ago and never came, told as failed. */
export async function failStaleUploads(tx: PlatformTx, hours: number, most: number): Promise<GivenUp[]> {
  return giveUp(
    tx,
    "upload_missing",
    sql`v.status = 'uploading' and v.created_at < now() - make_interval(hours => ${hours})`,
    most,
  );
}

/** Files that nobody decided about, told as failed once a newer version of their dataset is ready. */
export async function failSuperseded(tx: PlatformTx, most: number): Promise<GivenUp[]> {
  const isReplaced = sql`v.status in ('needs-input', 'needs-attention') and exists (
    select 1 from dataset_versions r where r.tenant_id = v.tenant_id and r.dataset_id = v.dataset_id
      and r.status = 'ready' and r.n > v.n)`;
  return giveUp(tx, "superseded", isReplaced, most);
}

/** Two that sweep at once take different ones, and a version that somebody is deciding about is left to them. */
async function giveUp(tx: PlatformTx, code: FileError, which: SQL, most: number): Promise<GivenUp[]> {
  return tx.sql.execute<GivenUp>(sql`
    with chosen as (
      select v.tenant_id, v.id from dataset_versions v where ${which} limit ${most} for update of v skip locked)
    update dataset_versions v set status = 'failed', error_code = ${code}
    from chosen c where v.tenant_id = c.tenant_id and v.id = c.id
    returning v.tenant_id as "tenantId", v.dataset_id as "datasetId", v.n, v.error_code as code`);
}
