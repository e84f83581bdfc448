import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import postgres from "postgres";
import { storeHere } from "@/lib/analytics/store-here";
import { env } from "@/lib/base/env";
import type { DemoTenant } from "../seed-demo/demo";
import { plantTenant } from "../seed-demo/plant-tenant";
import { readServices } from "../seed-demo/services";
import { Visitor } from "../seed-demo/visitor";
import { walkIn } from "../seed-demo/walk-in";
import type { BroughtIn } from "./bring-in";
import { eventColumns } from "./write-events";

export const TENANTS = 8;
const email = "ada.bench@bench.example";

const first: DemoTenant = {
  name: "Bench 1",
  slug: "bench-1",
  seats: 5,
  importId: randomUUID(),
  admin: { name: "Ada Bench", email, role: "admin", goal: "active" },
  people: [],
};

/** Tenants with the same rows each, and a browser in which the admin of all of them is signed in. */
export type Planted = { tenants: { slug: string; datasetId: string }[]; visitor: Visitor };

/** One tenant comes in by the portal's doors; the others, with a seat for the same person, by SQL. */
export async function plantTenants(brought: BroughtIn): Promise<Planted> {
  const services = readServices();
  const password = `${randomBytes(8).toString("hex")}-Bench1`;
  await plantTenant(first);
  await walkIn(services, first.admin, password);
  const sql = postgres(adminUrl(services), { max: 1, onnotice: () => {} });
  const tenants: Planted["tenants"] = [];
  for (let n = 1; n <= TENANTS; n += 1) {
    const slug = `bench-${n}`;
    if (n > 1) await addTenant(sql, slug);
    tenants.push({ slug, datasetId: await addDataset(sql, slug, brought) });
  }
  await sql.end();
  const visitor = new Visitor();
  await visitor.open(`${services.app}/auth/login`);
  const reached = await visitor.submit({ username: email, password });
  if (reached.status !== 200 || reached.url.origin !== services.app)
    throw new Error(`signing in ended at ${reached.url.pathname}`);
  return { tenants, visitor };
}

function adminUrl(services: Record<string, unknown>): string {
  const url = new URL((services as { databases: { admin: string } }).databases.admin);
  url.pathname = new URL(env().DATABASE_URL).pathname;
  return url.href;
}

async function addTenant(sql: postgres.Sql, slug: string): Promise<void> {
  await sql`
    with tenant as (
      insert into tenants (slug, name, seats_purchased, seats_held, seats_active) values (${slug}, ${slug}, 5, 1, 1)
      returning id)
    insert into seats (tenant_id, email, email_key, name, name_key, role, stage, user_id, activated_at)
    select tenant.id, email, email_key, seats.name, name_key, role, stage, user_id, activated_at
    from tenant, seats where email_key = ${email} limit 1`;
}

/** The same bytes under a key of the tenant's own: neither the engine nor its caches can tell. */
async function addDataset(sql: postgres.Sql, slug: string, { path, stored }: BroughtIn): Promise<string> {
  const [datasetId, versionId] = [randomUUID(), randomUUID()];
  const [seat] = await sql<{ id: string; tenantId: string }[]>`
    select s.id, s.tenant_id as "tenantId" from seats s join tenants t on t.id = s.tenant_id where t.slug = ${slug}`;
  if (seat === undefined) throw new Error(`${slug} has no seat`);
  const { id, tenantId } = seat;
  const key = `t/${tenantId}/d/${datasetId}/v1-${stored.sha256}.parquet`;
  await mkdir(dirname(storeHere().locate(key)), { recursive: true });
  await link(path, storeHere().locate(key));
  await sql`insert into datasets (id, tenant_id, name, created_by) values (${datasetId}, ${tenantId}, 'Orders', ${id})`;
  await sql`
    insert into dataset_versions (id, tenant_id, dataset_id, n, status, format, storage_key, source_name, source_bytes,
      stored_bytes, rows, created_by, ready_at)
    values (${versionId}, ${tenantId}, ${datasetId}, 1, 'ready', 'csv', ${key}, 'orders.csv', 1, ${stored.bytes},
      ${stored.rows}, ${id}, now())`;
  for (const [ord, { name, kind, scale }] of eventColumns.entries()) {
    const { nulls = 0, distinctEstimate = 0, min = null, max = null } = stored.columns[ord] ?? {};
    await sql`
      insert into dataset_columns (tenant_id, version_id, ord, cid, name, kind, scale, nulls, distinct_estimate, min, max)
      values (${tenantId}, ${versionId}, ${ord}, ${`c${ord}`}, ${name}, ${kind}, ${scale}, ${nulls}, ${distinctEstimate},
        ${min}, ${max})`;
  }
  await sql`update datasets set current_version_id = ${versionId} where id = ${datasetId}`;
  return datasetId;
}
