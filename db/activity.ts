import { and, eq, sql } from "drizzle-orm";
import type { Page, PageRequest } from "@/lib/base/page";
import { type ActivityFilter, activityPlaces, findPlace } from "./find-activity";
import type { TenantTx } from "./in-tenant";
import { toPage } from "./page";
import { audit } from "./schema/audit";
import { bulkActs } from "./schema/bulk-acts";
import { charts, dashboards } from "./schema/charts";
import { datasets } from "./schema/datasets";
import { imports } from "./schema/imports";
import { seats } from "./schema/seats";
import { entryColumns, type TimelineEntry, toEntry } from "./timeline";

/** Whom or what an entry is about, by the name that it has today. */
export type Subject =
  | { kind: "person" | "import" | "dataset" | "chart" | "dashboard"; id: string; name: string }
  | { kind: "bulk"; id: string }
  | { kind: "seats" | "tenant" };

export type ActivityEntry = TimelineEntry & { subject: Subject };

/** One page of what happened in the scope's tenant, newest first; a cursor that names nothing answers the first. */
export async function listActivity(
  tx: TenantTx,
  filter: ActivityFilter,
  request: PageRequest,
): Promise<Page<ActivityEntry>> {
  const place = await findPlace(tx, request);
  const page = place === null ? { ...request, cursor: null } : request;
  const found = await tx.sql.execute<{ id: string }>(activityPlaces(tx, filter, page, place));
  const ids = found.map(({ id }) => String(id));
  const rows = await activityQuery(tx, ids);
  const entries = new Map(rows.map((row) => [String(row.id), { ...toEntry(row), subject: toSubject(row) }]));
  return toPage(
    page,
    ids.flatMap((id) => entries.get(id) ?? []),
  );
}

/** Entries by their numbers, each with the names of what it is about. */
export function activityQuery(tx: TenantTx, ids: readonly string[]) {
  const list = sql`(select array_agg(value::bigint) from jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;
  return tx.sql
    .select({
      ...entryColumns,
      id: audit.id,
      area: audit.area,
      seatId: seats.id,
      person: sql<string | null>`coalesce(nullif(${seats.name}, ''), ${seats.email})`,
      importId: imports.id,
      sourceName: imports.sourceName,
      bulkId: bulkActs.id,
      datasetId: datasets.id,
      datasetName: datasets.name,
      chartId: charts.id,
      chartTitle: charts.title,
      dashboardId: dashboards.id,
      dashboardTitle: dashboards.title,
    })
    .from(audit)
    .leftJoin(seats, and(eq(seats.tenantId, audit.tenantId), eq(seats.id, audit.subject)))
    .leftJoin(imports, and(eq(imports.tenantId, audit.tenantId), eq(imports.id, audit.subject)))
    .leftJoin(bulkActs, and(eq(bulkActs.tenantId, audit.tenantId), eq(bulkActs.id, audit.subject)))
    .leftJoin(datasets, and(eq(datasets.tenantId, audit.tenantId), eq(datasets.id, audit.subject)))
    .leftJoin(charts, and(eq(charts.tenantId, audit.tenantId), eq(charts.id, audit.subject)))
    .leftJoin(dashboards, and(eq(dashboards.tenantId, audit.tenantId), eq(dashboards.id, audit.subject)))
    .where(and(eq(audit.tenantId, tx.scope.tenantId), sql`${audit.id} = any(${list}::bigint[])`));
}

type Named = Awaited<ReturnType<typeof activityQuery>>[number];

function toSubject({ area, seatId, person, importId, sourceName, bulkId, ...ofAnalytics }: Named): Subject {
  const { datasetId, datasetName, chartId, chartTitle, dashboardId, dashboardTitle } = ofAnalytics;
  if (seatId !== null) return { kind: "person", id: seatId, name: person ?? "" };
  if (importId !== null) return { kind: "import", id: importId, name: sourceName ?? "" };
  if (bulkId !== null) return { kind: "bulk", id: bulkId };
  if (datasetId !== null) return { kind: "dataset", id: datasetId, name: datasetName ?? "" };
  if (chartId !== null) return { kind: "chart", id: chartId, name: chartTitle ?? "" };
  if (dashboardId !== null) return { kind: "dashboard", id: dashboardId, name: dashboardTitle ?? "" };
  return { kind: area === "seats" ? "seats" : "tenant" };
}
