import { and, eq, sql } from "drizzle-orm";
import { wishSample } from "./file-wishes";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { datasets, datasetVersions } from "./schema/datasets";
import { tenants } from "./schema/tenants";

/**
 * Wishes for sample data if the seat is of the first admin who ever comes in, and the tenant never had a dataset; once for
 * each tenant, ever. Called while the tenant's row is held, before the seat becomes active. That somebody was in is asked
 * of the log as well: a seat whose account was lost forgets it.
 */
export async function awaitSample(
  tx: PlatformTx,
  { tenantId, seatId }: { tenantId: string; seatId: string },
): Promise<void> {
  const awaiting = await tx.sql.execute(sql`
    update tenants t set sample_awaited = true
    where t.id = ${tenantId} and exists (
        select 1 from seats s where s.tenant_id = t.id and s.id = ${seatId} and s.role = 'admin' and s.stage = 'verified')
      and not exists (select 1 from datasets d where d.tenant_id = t.id)
      and not exists (select 1 from seats s where s.tenant_id = t.id and s.role = 'admin' and (s.activated_at is not null
        or exists (select 1 from audit a
          where a.tenant_id = s.tenant_id and a.subject = s.id and a.verb = 'seat.activated')))
    returning t.id`);
  if (awaiting.length > 0) await wishSample(tx, { tenantId, seatId });
}

/** The sample is there, or will not come. */
export async function endSampleWait(tx: PlatformTx, tenantId: string): Promise<void> {
  await tx.sql.update(tenants).set({ sampleAwaited: false }).where(eq(tenants.id, tenantId));
}

/** Whether the scope's tenant has or ever had a dataset; also one that was deleted. */
export async function hasHadDataset(tx: TenantTx): Promise<boolean> {
  const rows = await tx.sql
    .select({ id: datasets.id })
    .from(datasets)
    .where(eq(datasets.tenantId, tx.scope.tenantId))
    .limit(1);
  return rows.length > 0;
}

/** A sample of the scope's tenant that was announced and has not arrived. */
export async function findUnsentSample(
  tx: TenantTx,
): Promise<{ datasetId: string; versionId: string } | null> {
  const rows = await tx.sql
    .select({ datasetId: datasets.id, versionId: datasetVersions.id })
    .from(datasets)
    .innerJoin(
      datasetVersions,
      and(eq(datasetVersions.tenantId, datasets.tenantId), eq(datasetVersions.datasetId, datasets.id)),
    )
    .where(
      and(
        eq(datasets.tenantId, tx.scope.tenantId),
        eq(datasets.isSample, true),
        eq(datasetVersions.n, 1),
        eq(datasetVersions.status, "uploading"),
      ),
    );
  return rows[0] ?? null;
}

export type ListedSample = { id: string; status: "on-its-way" | "ready" | "refused"; hasOwnData: boolean };

/** The sample of the scope's tenant, and whether there is data of its own to ask beside it. */
export async function readSample(tx: TenantTx): Promise<ListedSample | null> {
  const { tenantId } = tx.scope;
  const rows = await tx.sql.execute<ListedSample>(sql`
    select d.id,
      case when d.current_version_id is not null then 'ready' when v.status = 'failed' then 'refused' else 'on-its-way' end
        as status,
      exists (select 1 from datasets o where o.tenant_id = d.tenant_id and not o.is_sample and o.deleted_at is null
        and o.current_version_id is not null) as "hasOwnData"
    from datasets d join dataset_versions v on v.tenant_id = d.tenant_id and v.dataset_id = d.id and v.n = 1
    where d.tenant_id = ${tenantId} and d.is_sample and d.deleted_at is null
    order by d.created_at desc limit 1`);
  return rows[0] ?? null;
}
