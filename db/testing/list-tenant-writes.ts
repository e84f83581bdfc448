import { randomUUID } from "node:crypto";

/** What each table lets a tenant write, by name, aimed at a tenant's rows. */
export function listTenantWrites(tenantId: string, seatId: string): [string, string][] {
  const id = randomUUID();
  return [
    ["update tenants", `update tenants set seats_held = seats_held where id = '${tenantId}'`],
    ["update seats", `update seats set name = 'Mine' where tenant_id = '${tenantId}'`],
    ["update invitations", `update invitations set revoked_at = now() where tenant_id = '${tenantId}'`],
    ["update import_rows", `update import_rows set outcome = 'bad' where tenant_id = '${tenantId}'`],
    [
      "insert seats",
      `insert into seats (id, tenant_id, email, email_key, name, name_key, role)
       values ('${id}', '${tenantId}', 'e', '${id}', 'n', 'n', 'viewer')`,
    ],
    [
      "insert invitations",
      `insert into invitations (id, tenant_id, seat_id, token_hash, expires_at, revoked_at)
       values ('${id}', '${tenantId}', '${seatId}', '${id}', now(), now())`,
    ],
    [
      "insert imports",
      `insert into imports (id, tenant_id, source_name, admitted_by, row_count, seat_count)
       values ('${id}', '${tenantId}', 's', 'a', 0, 0)`,
    ],
    [
      "insert import_rows",
      `insert into import_rows (tenant_id, import_id, position, line, typed, name, outcome)
       select '${tenantId}', id, 99, 99, 't', 'n', 'bad' from imports limit 1`,
    ],
    ["update bulk_act_rows", `update bulk_act_rows set outcome = 'done' where tenant_id = '${tenantId}'`],
    [
      "insert bulk_acts",
      `insert into bulk_acts (id, tenant_id, kind, asked_by, asker_name, row_count)
       values ('${id}', '${tenantId}', 'remove', '${seatId}', 'a', 0)`,
    ],
    [
      "insert bulk_act_rows",
      `insert into bulk_act_rows (tenant_id, act_id, position, seat_id)
       select '${tenantId}', id, 99, '${seatId}' from bulk_acts limit 1`,
    ],
    [
      "insert letters",
      `insert into letters (tenant_id, seat_id, kind) values ('${tenantId}', '${seatId}', 'seat-notice')`,
    ],
    [
      "insert seat_requests",
      `insert into seat_requests (id, tenant_id, seat_id, seats, reason)
       values ('${id}', '${tenantId}', '${seatId}', 5, 'r')`,
    ],
    [
      "insert audit",
      `insert into audit (tenant_id, verb, actor) values ('${tenantId}', 'seat.reserved', '{"kind":"job"}')`,
    ],
    ...dataWrites(tenantId, seatId),
  ];
}

function dataWrites(tenantId: string, seatId: string): [string, string][] {
  const id = randomUUID();
  return [
    ["update datasets", `update datasets set name = 'Mine' where tenant_id = '${tenantId}'`],
    ["update dataset_versions", `update dataset_versions set rows = 0 where tenant_id = '${tenantId}'`],
    ["update charts", `update charts set title = 'Mine' where tenant_id = '${tenantId}'`],
    ["update dashboards", `update dashboards set title = 'Mine' where tenant_id = '${tenantId}'`],
    ["update dashboard_tiles", `update dashboard_tiles set width = 2 where tenant_id = '${tenantId}'`],
    ["delete dashboard_tiles", `delete from dashboard_tiles where tenant_id = '${tenantId}'`],
    [
      "insert datasets",
      `insert into datasets (id, tenant_id, name, created_by) values ('${id}', '${tenantId}', '${id}', '${seatId}')`,
    ],
    [
      "insert dataset_versions",
      `insert into dataset_versions (id, tenant_id, dataset_id, n, format, source_name, source_bytes, created_by)
       select '${id}', '${tenantId}', id, 99, 'csv', 's', 1, '${seatId}' from datasets limit 1`,
    ],
    [
      "insert charts",
      `insert into charts (id, tenant_id, dataset_id, title, spec, spec_version, created_by, updated_by)
       select '${id}', '${tenantId}', id, 't', '{}', 1, '${seatId}', '${seatId}' from datasets limit 1`,
    ],
    [
      "insert dashboards",
      `insert into dashboards (id, tenant_id, title, created_by, updated_by)
       values ('${id}', '${tenantId}', 't', '${seatId}', '${seatId}')`,
    ],
    [
      "insert dashboard_tiles",
      `with d as (insert into dashboards (id, tenant_id, title, created_by, updated_by)
         values ('${id}', '${tenantId}', 't', '${seatId}', '${seatId}'))
       insert into dashboard_tiles (tenant_id, dashboard_id, chart_id, ord)
       select '${tenantId}', '${id}', id, 99 from charts limit 1`,
    ],
  ];
}
