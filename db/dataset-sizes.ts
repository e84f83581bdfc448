import { sql } from "drizzle-orm";
import type { PlatformTx } from "./in-platform";

/** What staff may know of a dataset: how large it is and where it stands. No name, no column, no value, no title. */
export type DatasetSize = {
  datasetId: string;
  rows: number | null;
  bytes: number;
  versions: number;
  status: string;
  errorCode: string | null;
  isDeleted: boolean;
  changedAt: Date;
};

/** The datasets of a tenant by size and state, the one changed last first. */
export async function listDatasetSizes(
  tx: PlatformTx,
  tenantId: string,
  most: number,
): Promise<DatasetSize[]> {
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select d.id as id, d.deleted_at is not null as deleted, v.status, v.error_code as error, v.created_at as at,
      (select c.rows from dataset_versions c where c.tenant_id = d.tenant_id and c.id = d.current_version_id) as rows,
      (select count(*) from dataset_versions c where c.tenant_id = d.tenant_id and c.dataset_id = d.id) as versions,
      (select coalesce(sum(coalesce(c.stored_bytes, c.source_bytes)), 0) from dataset_versions c
        where c.tenant_id = d.tenant_id and c.dataset_id = d.id and c.cleared_at is null) as bytes
    from datasets d join lateral (
      select * from dataset_versions c where c.tenant_id = d.tenant_id and c.dataset_id = d.id order by n desc limit 1) v on true
    where d.tenant_id = ${tenantId}
    order by v.created_at desc, d.id limit ${most}`);
  return rows.map((row) => ({
    datasetId: String(row.id),
    rows: row.rows === null ? null : Number(row.rows),
    bytes: Number(row.bytes),
    versions: Number(row.versions),
    status: String(row.status),
    errorCode: row.error === null ? null : String(row.error),
    isDeleted: row.deleted === true,
    changedAt: new Date(String(row.at)),
  }));
}
