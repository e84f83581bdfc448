import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/** One row in every table of a tenant. */
export async function plantEverywhere(sql: postgres.Sql, tenantId: string, seatId: string): Promise<void> {
  const importId = randomUUID();
  await sql`
    insert into imports (id, tenant_id, source_name, admitted_by, row_count, seat_count)
    values (${importId}, ${tenantId}, 'people.csv', 'Ada', 1, 1)`;
  await sql`
    insert into import_rows (tenant_id, import_id, position, line, typed, name, outcome, seat_id)
    values (${tenantId}, ${importId}, 1, 1, 'x', 'x', 'seated', ${seatId})`;
  await sql`
    insert into invitations (id, tenant_id, seat_id, token_hash, expires_at)
    values (${randomUUID()}, ${tenantId}, ${seatId}, ${randomUUID()}, now())`;
  const actId = randomUUID();
  await sql`
    insert into bulk_acts (id, tenant_id, kind, asked_by, asker_name, row_count)
    values (${actId}, ${tenantId}, 'remove', ${seatId}, 'Ada', 1)`;
  await sql`
    insert into bulk_act_rows (tenant_id, act_id, position, seat_id) values (${tenantId}, ${actId}, 1, ${seatId})`;
  await sql`insert into audit (tenant_id, verb, actor) values (${tenantId}, 'seat.reserved', '{"kind":"job"}')`;
  await sql`insert into letters (tenant_id, seat_id, kind) values (${tenantId}, ${seatId}, 'seat-notice')`;
  await sql`
    insert into seat_requests (tenant_id, seat_id, seats, reason, state, answered_at)
    values (${tenantId}, ${seatId}, 1, 'r', 'declined', now())`;
  await plantData(sql, tenantId, seatId);
}

async function plantData(sql: postgres.Sql, tenantId: string, seatId: string): Promise<void> {
  const [datasetId, versionId, chartId, dashboardId] = [
    randomUUID(),
    randomUUID(),
    randomUUID(),
    randomUUID(),
  ];
  await sql`
    insert into datasets (id, tenant_id, name, created_by) values (${datasetId}, ${tenantId}, 'Orders', ${seatId})`;
  await sql`
    insert into dataset_versions (id, tenant_id, dataset_id, n, format, source_name, source_bytes, created_by)
    values (${versionId}, ${tenantId}, ${datasetId}, 1, 'csv', 'orders.csv', 1, ${seatId})`;
  await sql`
    insert into dataset_columns (tenant_id, version_id, ord, cid, name, kind, nulls, distinct_estimate)
    values (${tenantId}, ${versionId}, 1, 'c1', 'Price', 'number', 0, 1)`;
  await sql`
    insert into charts (id, tenant_id, dataset_id, title, spec, spec_version, created_by, updated_by)
    values (${chartId}, ${tenantId}, ${datasetId}, 'Prices', '{}', 1, ${seatId}, ${seatId})`;
  await sql`
    insert into dashboards (id, tenant_id, title, created_by, updated_by)
    values (${dashboardId}, ${tenantId}, 'All', ${seatId}, ${seatId})`;
  await sql`
    insert into dashboard_tiles (tenant_id, dashboard_id, chart_id, ord)
    values (${tenantId}, ${dashboardId}, ${chartId}, 1)`;
}
