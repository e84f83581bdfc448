import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { charts, dashboards, dashboardTiles } from "./schema/charts";
import { seats } from "./schema/seats";

export type Dashboard = typeof dashboards.$inferSelect;
export type ListedDashboard = {
  dashboard: Dashboard;
  tileCount: number;
  /** One of its charts asks our sample. */
  hasSample: boolean;
  changedBy: string;
};

/** A chart's place on a dashboard. */
export type Tile = { chartId: string; width: number };

/** Makes an empty dashboard. Asking twice with the same id makes one. Whether it was new. */
export async function insertDashboard(
  tx: TenantTx,
  dashboard: Pick<Dashboard, "id" | "title" | "createdBy">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(dashboards)
    .values({ ...dashboard, tenantId: tx.scope.tenantId, updatedBy: dashboard.createdBy })
    .onConflictDoNothing()
    .returning({ id: dashboards.id });
  return rows.length > 0;
}

/** One dashboard that is not deleted, with who changed it last. */
export async function readDashboard(tx: TenantTx, id: string): Promise<ListedDashboard | null> {
  const rows = await dashboardsQuery(tx).where(
    and(own(tx), eq(dashboards.id, id), isNull(dashboards.deletedAt)),
  );
  return rows[0] ?? null;
}

/** One page of dashboards, the one changed last first. */
export async function listDashboards(tx: TenantTx, page: PageRequest): Promise<Page<ListedDashboard>> {
  const key = sql`(${dashboards.updatedAt}, ${dashboards.id})`;
  const keyOf = (id: string) =>
    sql`select d.updated_at, d.id from dashboards d where d.tenant_id = ${tx.scope.tenantId} and d.id = ${id}`;
  const rows = await dashboardsQuery(tx)
    .where(and(own(tx), isNull(dashboards.deletedAt), beyond(page, key, keyOf, "descending")))
    .orderBy(...pageOrder(page, [dashboards.updatedAt, dashboards.id], "descending"))
    .limit(page.limit + 1);
  return toPage(page, rows);
}

/** The tiles of a dashboard in their order; those of deleted charts are not shown. */
export async function listTiles(tx: TenantTx, dashboardId: string): Promise<Tile[]> {
  return tx.sql
    .select({ chartId: dashboardTiles.chartId, width: dashboardTiles.width })
    .from(dashboardTiles)
    .innerJoin(
      charts,
      and(eq(charts.tenantId, dashboardTiles.tenantId), eq(charts.id, dashboardTiles.chartId)),
    )
    .where(
      and(
        eq(dashboardTiles.tenantId, tx.scope.tenantId),
        eq(dashboardTiles.dashboardId, dashboardId),
        isNull(charts.deletedAt),
      ),
    )
    .orderBy(asc(dashboardTiles.ord));
}

/** The titles of the dashboards that show charts of a dataset. */
export async function listDashboardsOf(tx: TenantTx, datasetId: string): Promise<string[]> {
  const rows = await tx.sql
    .selectDistinct({ id: dashboards.id, title: dashboards.title })
    .from(dashboards)
    .innerJoin(
      dashboardTiles,
      and(eq(dashboardTiles.tenantId, dashboards.tenantId), eq(dashboardTiles.dashboardId, dashboards.id)),
    )
    .innerJoin(
      charts,
      and(eq(charts.tenantId, dashboardTiles.tenantId), eq(charts.id, dashboardTiles.chartId)),
    )
    .where(
      and(own(tx), isNull(dashboards.deletedAt), eq(charts.datasetId, datasetId), isNull(charts.deletedAt)),
    )
    .orderBy(asc(dashboards.title));
  return rows.map(({ title }) => title);
}

/** Changes a dashboard that is still at `revision`. Whether it was; somebody may have been quicker. */
export async function updateDashboard(
  tx: TenantTx,
  at: { id: string; revision: number; by: string },
  change: Partial<Pick<Dashboard, "title" | "filters">>,
): Promise<boolean> {
  const rows = await tx.sql
    .update(dashboards)
    .set({ ...change, updatedBy: at.by, updatedAt: sql`now()`, revision: sql`${dashboards.revision} + 1` })
    .where(
      and(
        own(tx),
        eq(dashboards.id, at.id),
        eq(dashboards.revision, at.revision),
        isNull(dashboards.deletedAt),
      ),
    )
    .returning({ id: dashboards.id });
  return rows.length > 0;
}

/** Lays the tiles of a dashboard anew, in a transaction that has changed it. Charts that are not there are left out. */
export async function writeTiles(tx: TenantTx, dashboardId: string, tiles: readonly Tile[]): Promise<void> {
  const { tenantId } = tx.scope;
  await tx.sql
    .delete(dashboardTiles)
    .where(and(eq(dashboardTiles.tenantId, tenantId), eq(dashboardTiles.dashboardId, dashboardId)));
  await tx.sql.execute(sql`
    insert into dashboard_tiles (tenant_id, dashboard_id, chart_id, ord, width)
    select ${tenantId}::uuid, ${dashboardId}::uuid, c.id, r.ord, r.width
    from jsonb_to_recordset(${JSON.stringify(tiles.map((tile, ord) => ({ ...tile, ord })))}::jsonb)
      as r("chartId" uuid, width smallint, ord smallint)
    join charts c on c.tenant_id = ${tenantId} and c.id = r."chartId"`);
}

/** Deletes a dashboard. Whether it was still there. */
export async function markDashboardDeleted(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.sql
    .update(dashboards)
    .set({ deletedAt: sql`now()` })
    .where(and(own(tx), eq(dashboards.id, id), isNull(dashboards.deletedAt)))
    .returning({ id: dashboards.id });
  return rows.length > 0;
}

function dashboardsQuery(tx: TenantTx) {
  return tx.sql
    .select({
      dashboard: dashboards,
      tileCount: sql<number>`(select count(*)::int from dashboard_tiles t join charts c on c.tenant_id = t.tenant_id
        and c.id = t.chart_id and c.deleted_at is null where t.tenant_id = ${dashboards.tenantId} and t.dashboard_id = ${dashboards.id})`,
      hasSample: sql<boolean>`exists (select 1 from dashboard_tiles t join charts c on c.tenant_id = t.tenant_id
        and c.id = t.chart_id and c.deleted_at is null join datasets s on s.tenant_id = c.tenant_id and s.id = c.dataset_id
        and s.is_sample where t.tenant_id = ${dashboards.tenantId} and t.dashboard_id = ${dashboards.id})`,
      changedBy: sql<string>`coalesce(nullif(${seats.name}, ''), ${seats.email})`,
    })
    .from(dashboards)
    .innerJoin(seats, and(eq(seats.tenantId, dashboards.tenantId), eq(seats.id, dashboards.updatedBy)));
}

function own(tx: TenantTx): SQL {
  return eq(dashboards.tenantId, tx.scope.tenantId);
}
