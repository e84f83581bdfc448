import { type SQL, sql } from "drizzle-orm";
import type { FileError } from "@/lib/base/dataset-file";
import { holdPlace } from "./dataset-versions";
import type { PlatformTx } from "./in-platform";
import { uuidArray } from "./rows";

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
 * after it can last be had back, so that nobody has it back while they go; at once, if it
 * never came to be.
 */
export async function listClearable(
  tx: PlatformTx,
  { keptVersions, deletedDays }: { keptVersions: number; deletedDays: number },
  most: number,
): Promise<Clearable[]> {
  return tx.sql.execute<Clearable>(sql`
    select v.tenant_id as "tenantId", v.dataset_id as "datasetId", v.id as "versionId", v.n,
      v.storage_key as "storageKey", v.stored_bytes::float8 as bytes
    from dataset_versions v join datasets d on d.tenant_id = v.tenant_id and d.id = v.dataset_id
    where v.cleared_at is null and (
      d.deleted_at < now() - make_interval(days => ${deletedDays}, hours => 1)
      or (d.deleted_at is not null and d.current_version_id is null and v.status in ('needs-input', 'needs-attention'))
      or v.status = 'failed'
      or (v.status = 'ready' and v.id <> d.current_version_id and ${keptVersions} <= (
        select count(*) from dataset_versions r where r.tenant_id = v.tenant_id and r.dataset_id = v.dataset_id
          and r.status = 'ready' and r.n > v.n)))
    limit ${most}`);
}

/**
 * Notes that a version's files go. False when somebody has noted it before, or has let the version take its dataset's
 * place meanwhile.
 */
export async function noteCleared(
  tx: PlatformTx,
  { tenantId, datasetId, versionId }: Clearable,
): Promise<boolean> {
  await holdPlace(tx, { tenantId, datasetId });
  const rows = await tx.sql.execute(sql`
    update dataset_versions v set cleared_at = now(), proposal = null, rejects = null
    from datasets d
    where v.tenant_id = ${tenantId} and v.id = ${versionId} and v.cleared_at is null
      and d.tenant_id = v.tenant_id and d.id = v.dataset_id
      and (d.current_version_id is distinct from v.id or d.deleted_at is not null)
    returning v.id`);
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

/** Files that nobody decided about, told as failed once a newer version has their dataset's place. */
export async function failSuperseded(tx: PlatformTx, most: number): Promise<GivenUp[]> {
  const isReplaced = sql`v.status in ('needs-input', 'needs-attention') and exists (
    select 1 from datasets d join dataset_versions r on r.tenant_id = d.tenant_id and r.id = d.current_version_id
    where d.tenant_id = v.tenant_id and d.id = v.dataset_id and r.n > v.n)`;
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

type Owned = { key: string; tenantId: string; datasetId: string; n: number };

/**
 * Which of these files their versions do not name: they are ready with another one, were given up, or cleared away. A
 * version that is still on its way keeps its files, since it may be about to name them; so do those that this database
 * does not know: it may have been restored from before them, or the folder be another portal's too.
 */
export async function findUnnamed(tx: PlatformTx, files: readonly Owned[]): Promise<string[]> {
  const rows = await tx.sql.execute<{ key: string }>(sql`
    select f.key from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
      as f(key text, "tenantId" uuid, "datasetId" uuid, n int)
    join dataset_versions v on v.tenant_id = f."tenantId" and v.dataset_id = f."datasetId" and v.n = f.n
    where v.cleared_at is not null
      or (v.status in ('ready', 'failed') and v.storage_key is distinct from f.key)`);
  return rows.map(({ key }) => key);
}

/** Which of these versions are on their way in no longer: nothing asks for what was uploaded any more. */
export async function findSettled(tx: PlatformTx, versionIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.sql.execute<{ id: string }>(sql`
    select v.id from dataset_versions v
    where v.id = any(${uuidArray(versionIds)}) and (v.cleared_at is not null or v.status in ('ready', 'failed'))`);
  return new Set(rows.map(({ id }) => id));
}
