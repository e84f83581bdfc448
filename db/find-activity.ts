import { type SQL, sql } from "drizzle-orm";
import type { PageRequest } from "@/lib/base/page";
import type { Actor } from "./actor";
import type { AuditArea } from "./audit";
import type { TenantTx } from "./in-tenant";
import { textArray } from "./rows";

/** Which entries of a tenant's log are meant. */
export type ActivityFilter = {
  /** Null for all. */
  areas: readonly AuditArea[] | null;
  /** Null for all. */
  sources: readonly Actor["kind"][] | null;
  /** Not before this moment. */
  from: Date | null;
  /** Before this moment. */
  until: Date | null;
};

// Records, so that none can be forgotten.
const areaSet: Record<AuditArea, true> = {
  tenant: true,
  seats: true,
  import: true,
  seat: true,
  bulk: true,
  invitation: true,
  letter: true,
  dataset: true,
  chart: true,
  dashboard: true,
};
const sourceSet: Record<Actor["kind"], true> = {
  person: true,
  staff: true,
  job: true,
  link: true,
  operator: true,
};
const allAreas = Object.keys(areaSet);
const allSources = Object.keys(sourceSet);

/** A place in the log: entries are in the order of their moments, those of one transaction as they were written. */
export type Place = { at: string; id: string };

/** The place of the entry that a cursor names; null when it names none of this tenant. */
export async function findPlace(tx: TenantTx, { cursor }: PageRequest): Promise<Place | null> {
  if (cursor === null) return null;
  const rows = await tx.sql.execute<Place>(sql`
    select at::text, id::text from audit
    where tenant_id = ${tx.scope.tenantId}::uuid and ref = ${cursor.id}::uuid`);
  return rows[0] ?? null;
}

/**
 * The query that finds the entries of one page, and one more if there is a next, in reading order: newest first, or oldest first
 * when the page lies before the cursor. Without a filter that is one range of an index; with one, each wanted area and
 * source is a range, of each at most a page is read, and the pages are merged.
 */
export function activityPlaces(
  tx: TenantTx,
  filter: ActivityFilter,
  page: PageRequest,
  place: Place | null,
): SQL {
  const [order, beyond] = page.cursor?.direction === "before" ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`];
  const inRange = sql.join(
    [
      sql`c.tenant_id = ${tx.scope.tenantId}::uuid`,
      ...(filter.from ? [sql`c.at >= ${filter.from.toISOString()}::timestamptz`] : []),
      ...(filter.until ? [sql`c.at < ${filter.until.toISOString()}::timestamptz`] : []),
      ...(place ? [sql`(c.at, c.id) ${beyond} (${place.at}::timestamptz, ${place.id}::bigint)`] : []),
    ],
    sql` and `,
  );
  const end = sql`order by at ${order}, id ${order} limit ${page.limit + 1}`;
  if (filter.areas === null && filter.sources === null)
    return sql`select c.id, c.at from audit c where ${inRange} ${end}`;
  return sql`
    select f.id, f.at from unnest(${textArray(filter.areas ?? allAreas)}) a(area)
    cross join unnest(${textArray(filter.sources ?? allSources)}) s(source)
    cross join lateral (
      select c.id, c.at from audit c where ${inRange} and c.area = a.area and c.source = s.source ${end}) f
    ${end}`;
}
