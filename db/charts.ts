import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import type { PlatformTx } from "./in-platform";
import type { TenantTx } from "./in-tenant";
import { beyond, pageOrder, toPage } from "./page";
import { uuidArray } from "./rows";
import { charts } from "./schema/charts";
import { datasets } from "./schema/datasets";
import { seats } from "./schema/seats";

export type Chart = typeof charts.$inferSelect;

/** A kept chart as lists show it. */
export type ListedChart = {
  chart: Chart;
  datasetName: string;
  /** Its dataset is our sample. */
  isSample: boolean;
  /** When its dataset was deleted. */
  dataDeletedAt: Date | null;
  changedBy: string;
};

const nameOf = sql<string>`coalesce(nullif(${seats.name}, ''), ${seats.email})`;

/** Keeps a chart. Asking twice with the same id keeps one. Whether it was new. */
export async function insertChart(
  tx: TenantTx,
  chart: Pick<Chart, "id" | "datasetId" | "title" | "spec" | "specVersion" | "createdBy">,
): Promise<boolean> {
  const rows = await tx.sql
    .insert(charts)
    .values({ ...chart, tenantId: tx.scope.tenantId, updatedBy: chart.createdBy })
    .onConflictDoNothing()
    .returning({ id: charts.id });
  return rows.length > 0;
}

/** One chart that is not deleted, with who changed it last. */
export async function readChart(tx: TenantTx, id: string): Promise<ListedChart | null> {
  return (await readCharts(tx, [id]))[0] ?? null;
}

/** Charts by their ids, in no order; deleted ones are left out. */
export async function readCharts(tx: TenantTx, ids: readonly string[]): Promise<ListedChart[]> {
  return chartsQuery(tx).where(
    and(own(tx), sql`${charts.id} = any(${uuidArray(ids)})`, isNull(charts.deletedAt)),
  );
}

/** One page of the charts that are kept, the one changed last first. */
export async function listCharts(tx: TenantTx, page: PageRequest): Promise<Page<ListedChart>> {
  const key = sql`(${charts.updatedAt}, ${charts.id})`;
  const keyOf = (id: string) =>
    sql`select c.updated_at, c.id from charts c where c.tenant_id = ${tx.scope.tenantId} and c.id = ${id}`;
  const rows = await chartsQuery(tx)
    .where(and(own(tx), isNull(charts.deletedAt), beyond(page, key, keyOf, "descending")))
    .orderBy(...pageOrder(page, [charts.updatedAt, charts.id], "descending"))
    .limit(page.limit + 1);
  return toPage(page, rows);
}

/** The kept charts that ask a dataset, by their titles. */
export async function listChartsOf(
  tx: TenantTx | PlatformTx,
  { tenantId, datasetId }: { tenantId: string; datasetId: string },
): Promise<Pick<Chart, "id" | "title" | "spec">[]> {
  return tx.sql
    .select({ id: charts.id, title: charts.title, spec: charts.spec })
    .from(charts)
    .where(and(eq(charts.tenantId, tenantId), eq(charts.datasetId, datasetId), isNull(charts.deletedAt)))
    .orderBy(asc(charts.title));
}

/** Changes a chart that is still at `revision`. Whether it was; somebody may have been quicker. */
export async function updateChart(
  tx: TenantTx,
  at: { id: string; revision: number; by: string },
  change: Partial<Pick<Chart, "title" | "spec" | "specVersion">>,
): Promise<boolean> {
  const rows = await tx.sql
    .update(charts)
    .set({ ...change, updatedBy: at.by, updatedAt: sql`now()`, revision: sql`${charts.revision} + 1` })
    .where(and(own(tx), eq(charts.id, at.id), eq(charts.revision, at.revision), isNull(charts.deletedAt)))
    .returning({ id: charts.id });
  return rows.length > 0;
}

/** Deletes a chart. Whether it was still there. */
export async function markChartDeleted(tx: TenantTx, id: string): Promise<boolean> {
  const rows = await tx.sql
    .update(charts)
    .set({ deletedAt: sql`now()` })
    .where(and(own(tx), eq(charts.id, id), isNull(charts.deletedAt)))
    .returning({ id: charts.id });
  return rows.length > 0;
}

function chartsQuery(tx: TenantTx) {
  return tx.sql
    .select({
      chart: charts,
      datasetName: datasets.name,
      isSample: datasets.isSample,
      dataDeletedAt: datasets.deletedAt,
      changedBy: nameOf,
    })
    .from(charts)
    .innerJoin(datasets, and(eq(datasets.tenantId, charts.tenantId), eq(datasets.id, charts.datasetId)))
    .innerJoin(seats, and(eq(seats.tenantId, charts.tenantId), eq(seats.id, charts.updatedBy)));
}

function own(tx: TenantTx): SQL {
  return eq(charts.tenantId, tx.scope.tenantId);
}
